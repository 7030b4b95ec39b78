import { whatIfBundle } from "../../../kernel/figures/bundles/whatIf.js";
import { whatIfOutput } from "../examplePayloads.js";
import type { ViewExample } from "../exampleViews.js";

const example: ViewExample<"what-if"> = {
  payload: () => whatIfOutput().payload,
  bundle: whatIfBundle,
  table: /^truth,Happy,Surprise/,
  picture: /sentiment 0\.6/,
};
export default example;
