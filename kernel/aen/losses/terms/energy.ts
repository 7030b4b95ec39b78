import * as tf from "@tensorflow/tfjs-core";
import { meanOverFaces, pooledOverFaces } from "../framesWithFace.js";
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

/**
 * E: the frozen model's distribution over emotions for the whole clip, `[B, C]`.
 * @param frameHasFace frames with 0 do not count, `[B, T]`; without it all do
 */
export function frozenDistribution(
  pseudoLabelLogits: tf.Tensor,
  pooling: "sum" | "mean",
  frameHasFace?: tf.Tensor,
): tf.Tensor {
  return tf.softmax(pooledOverFaces(pseudoLabelLogits, pooling, frameHasFace));
}

function energyOfSentiment(inputs: LossInputs, choices: Required<LossOptions>): tf.Tensor {
  const { pseudoLabelLogits, frameHasFace } = inputs;
  const distribution = frozenDistribution(pseudoLabelLogits, choices.energyPooling, frameHasFace);
  const share = choices.energyGroupShare === "mean" ? groupMeans : groupSums;
  return distance(inputs, inputs.groupLogits, share(distribution, inputs.labelSet), choices);
}

function energyOfEmotion(inputs: LossInputs, choices: Required<LossOptions>): tf.Tensor {
  const { pseudoLabelLogits, frameHasFace } = inputs;
  const distribution = frozenDistribution(pseudoLabelLogits, choices.energyPooling, frameHasFace);
  return distance(inputs, inputs.emotionLogits, distribution, choices);
}

/** Mean absolute difference between activated logits and a distribution, both `[B, classes]`. */
function distance(
  { frameHasFace }: LossInputs,
  logits: tf.Tensor,
  distribution: tf.Tensor,
  { energyActivation }: Required<LossOptions>,
) {
  const activation = energyActivation === "sigmoid" ? tf.sigmoid(logits) : tf.softmax(logits);
  return meanOverFaces(tf.abs(tf.sub(activation, distribution)), frameHasFace);
}
