import { clipOverviewBundle } from "../../../kernel/figures/bundles/clipOverview.js";
import { overviewOutput } from "../examplePayloads.js";
import type { ViewExample } from "../exampleViews.js";

const example: ViewExample<"clip-overview"> = {
  payload: () => overviewOutput(24).payload,
  bundle: clipOverviewBundle,
  table: /^clip,label,network,frames/,
  picture: /clip-0004/,
};
export default example;
