import * as tf from "@tensorflow/tfjs-core";
import type { LossFamily } from "../lossFamily.js";
import { groupMeans, groupSums, type LossInputs } from "../lossInputs.js";
import type { LossOptions } from "../lossOptions.js";
import { lossTerm } from "../lossTerm.js";

/** Whether the heads agree with the pooled pseudo labels of the clip's frames. */
export const energy: LossFamily = {
  options: ["energyPooling", "energyGroupShare", "energyActivation", "sentimentEnergyWeight"],
  published: { "energy of sentiment": "energyLoss1", "energy of emotion": "energyLoss2" },
  terms: (choices) => [
    lossTerm("energy of sentiment", (inputs) => energyOfSentiment(inputs, choices), {
      weight: choices.sentimentEnergyWeight,
      description: "The sentiment head agrees with the pseudo labels of all frames together.",
    }),
    lossTerm("energy of emotion", (inputs) => energyOfEmotion(inputs, choices), {
      weight: 0.3,
      description: "The emotion head agrees with the pseudo labels of all frames together.",
    }),
  ],
};

/** E: the frozen model's distribution over emotions for the whole clip, `[B, C]`. */
export function frozenDistribution(pseudoLabelLogits: tf.Tensor, pooling: "sum" | "mean"): tf.Tensor {
  return tf.softmax(pooling === "sum" ? tf.sum(pseudoLabelLogits, 1) : tf.mean(pseudoLabelLogits, 1));
}

function energyOfSentiment(inputs: LossInputs, choices: Required<LossOptions>): tf.Tensor {
  const distribution = frozenDistribution(inputs.pseudoLabelLogits, choices.energyPooling);
  const share = choices.energyGroupShare === "mean" ? groupMeans : groupSums;
  return distance(inputs.groupLogits, share(distribution, inputs.labelSet), choices);
}

function energyOfEmotion(inputs: LossInputs, choices: Required<LossOptions>): tf.Tensor {
  const distribution = frozenDistribution(inputs.pseudoLabelLogits, choices.energyPooling);
  return distance(inputs.emotionLogits, distribution, choices);
}

/** Mean absolute difference between activated logits and a distribution, both `[B, classes]`. */
function distance(logits: tf.Tensor, distribution: tf.Tensor, { energyActivation }: Required<LossOptions>) {
  const activation = energyActivation === "sigmoid" ? tf.sigmoid(logits) : tf.softmax(logits);
  return tf.mean(tf.abs(tf.sub(activation, distribution)));
}
