import { confusionMatrixBundle } from "../../../kernel/figures/bundles/confusionMatrix.js";
import { confusionOutput } from "../examplePayloads.js";
import type { ViewExample } from "../exampleViews.js";

const example: ViewExample<"confusion-matrix"> = {
  payload: () => confusionOutput().payload,
  bundle: confusionMatrixBundle,
  table: /^truth,Happy,Surprise/,
  picture: /Disgust/,
};
export default example;
