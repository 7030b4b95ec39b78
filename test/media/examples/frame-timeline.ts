import { timelineBundle } from "../../../kernel/figures/bundles/timeline.js";
import { timelineOutput } from "../examplePayloads.js";
import type { ViewExample } from "../exampleViews.js";

const example: ViewExample<"frame-timeline"> = {
  payload: () => timelineOutput().payload,
  bundle: timelineBundle,
  table: /^frame,truth,deviation,pseudo label,network/,
  picture: /pseudo label/,
};
export default example;
