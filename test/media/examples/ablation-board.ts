import { ablationBoardBundle } from "../../../kernel/figures/bundles/ablationBoard.js";
import { ablationOutput } from "../examplePayloads.js";
import type { ViewExample } from "../exampleViews.js";

const example: ViewExample<"ablation-board"> = {
  payload: () => ablationOutput().payload,
  bundle: ablationBoardBundle,
  table: /^arm,sentiment,emotion,transfer,energy,UAR/,
  picture: /−16\.0/,
};
export default example;
