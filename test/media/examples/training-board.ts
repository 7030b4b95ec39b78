import { trainingBoardBundle } from "../../../kernel/figures/bundles/trainingBoard.js";
import { trainingOutput } from "../examplePayloads.js";
import type { ViewExample } from "../exampleViews.js";

const example: ViewExample<"training-board"> = {
  payload: () => trainingOutput().payload,
  bundle: trainingBoardBundle,
  table: /^epoch,UAR,WAR/,
  picture: /learning rate/,
};
export default example;
