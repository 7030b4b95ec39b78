import type * as tf from "@tensorflow/tfjs-core";
import type { LossFamily } from "../lossFamily.js";
import { groupLogProbabilities, groupMeans, groupSums, type LossInputs } from "../lossInputs.js";
import { lossTerm } from "../lossTerm.js";
import { negativeLogLikelihood } from "../negativeLogLikelihood.js";

/** Whether the network recognises the clip's sentiment group. */
export const sentiment: LossFamily = {
  options: ["clipGroupScore"],
  published: {
    "sentiment at level 1": "sentimentLoss.level",
    "sentiment at clip": "sentimentLoss.clip",
  },
  terms: ({ clipGroupScore }) => [
    lossTerm("sentiment at level 1", (inputs) => sentimentAtLevel(inputs), {
      weight: 0.6 * 0.7,
      description: "The sentiment head predicts the clip's sentiment group.",
    }),
    lossTerm("sentiment at clip", (inputs) => sentimentAtClip(inputs, clipGroupScore), {
      weight: 0.6 * 0.3,
      description: "The clip head predicts an emotion of the clip's sentiment group.",
    }),
  ],
};

function sentimentAtLevel({ groupLogProbabilities: scores, groupLabels }: LossInputs): tf.Tensor {
  return negativeLogLikelihood(scores, groupLabels);
}

function sentimentAtClip(inputs: LossInputs, score: "mean" | "sum" | "log of sum"): tf.Tensor {
  const scoreOf = { mean: groupMeans, sum: groupSums, "log of sum": groupLogProbabilities }[score];
  return negativeLogLikelihood(scoreOf(inputs.clipLogProbabilities, inputs.labelSet), inputs.groupLabels);
}
