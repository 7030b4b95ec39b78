import { confusionDifferenceBundle } from "../../../kernel/figures/bundles/confusionDifference.js";
import { differenceOutput } from "../examplePayloads.js";
import type { ViewExample } from "../exampleViews.js";

const example: ViewExample<"confusion-difference"> = {
  payload: () => differenceOutput().payload,
  bundle: confusionDifferenceBundle,
  table: /^truth,Happy,Surprise/,
  picture: /\+59/,
};
export default example;
