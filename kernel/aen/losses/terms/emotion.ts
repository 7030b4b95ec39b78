import type * as tf from "@tensorflow/tfjs-core";
import type { LossFamily } from "../lossFamily.js";
import type { LossInputs } from "../lossInputs.js";
import { lossTerm } from "../lossTerm.js";
import { negativeLogLikelihood } from "../negativeLogLikelihood.js";

/** Whether the network recognises the clip's emotion. */
export const emotion: LossFamily = {
  options: [],
  published: { "emotion at level 3": "ekmanLoss.level", "emotion at clip": "ekmanLoss.clip" },
  terms: () => [
    lossTerm("emotion at level 3", (inputs) => emotionAtLevel(inputs), {
      weight: 1.4 * 0.7,
      description: "The emotion head predicts the clip's emotion.",
    }),
    lossTerm("emotion at clip", (inputs) => emotionAtClip(inputs), {
      weight: 1.4 * 0.3,
      description: "The clip head predicts the clip's emotion.",
    }),
  ],
};

function emotionAtLevel({ emotionLogProbabilities, labels }: LossInputs): tf.Tensor {
  return negativeLogLikelihood(emotionLogProbabilities, labels);
}

function emotionAtClip({ clipLogProbabilities, labels }: LossInputs): tf.Tensor {
  return negativeLogLikelihood(clipLogProbabilities, labels);
}
