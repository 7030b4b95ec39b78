import * as tf from "@tensorflow/tfjs-core";
import { meanOverFaces, onlyWithFace } from "../framesWithFace.js";
import type { LossFamily } from "../lossFamily.js";
import type { LossInputs } from "../lossInputs.js";
import type { LossOptions } from "../lossOptions.js";
import { lossTerm, type LossTerm } from "../lossTerm.js";

/** Whether a clip's vector at each semantic level resembles the frames that show the clip's emotion. */
export const semanticTransfer: LossFamily = {
  options: ["frameScore", "transferPulls", "transferDivision", "transferLevels"],
  published: Object.fromEntries(
    [0, 1, 3].map((level) => [`semantic transfer at level ${level}`, `semanticTransferLoss${level}`]),
  ),
  terms: (choices) => choices.transferLevels.map((level) => transferTerm(level, choices)),
};

function transferTerm(level: number, choices: Required<LossOptions>): LossTerm {
  return lossTerm(`semantic transfer at level ${level}`, (inputs) => transfer(inputs, level, choices), {
    weight: 0.4 * 3,
    description: `The clip's vector at level ${level} resembles its frames, each weighted by how much it shows the clip's emotion.`,
  });
}

function transfer(inputs: LossInputs, level: number, choices: Required<LossOptions>): tf.Tensor {
  const target = weightedFeatureSum(inputs, level, choices);
  const classVector = inputs.classVectors[level];
  const width = classVector.shape[1] ?? 1;
  const error = meanOverFaces(tf.abs(tf.sub(classVector, target)), inputs.frameHasFace);
  return choices.transferDivision === "width" ? tf.div(error, width) : error;
}

/** w: frame features weighted by their scores and summed over frames, `[B, width]`. */
export function weightedFeatureSum(
  inputs: Pick<LossInputs, "features" | "labels" | "pseudoLabelLogits" | "frameHasFace">,
  level: number,
  choices: Pick<LossOptions, "frameScore" | "transferPulls">,
): tf.Tensor {
  const features = inputs.features[level];
  const pulled = choices.transferPulls === "class vectors" ? withoutGradient(features) : features;
  return tf.sum(tf.mul(pulled, frameScores(inputs, choices.frameScore ?? "logit")), 1);
}

/** s: how strongly each frame shows the clip's emotion, `[B, T, 1]`; 0 for a frame without a face. */
export function frameScores(
  {
    labels,
    pseudoLabelLogits,
    frameHasFace,
  }: Pick<LossInputs, "labels" | "pseudoLabelLogits" | "frameHasFace">,
  score: "logit" | "probability" | "share",
): tf.Tensor {
  const [batch, , emotions] = pseudoLabelLogits.shape;
  const scores = score === "logit" ? pseudoLabelLogits : tf.softmax(pseudoLabelLogits);
  const ofAll = tf.sum(tf.mul(scores, tf.reshape(labels, [batch, 1, emotions])), 2, true);
  const ofTruth = onlyWithFace(ofAll, frameHasFace);
  return score === "share" ? tf.div(ofTruth, tf.add(tf.sum(ofTruth, 1, true), 1e-6)) : ofTruth;
}

/** The same values with zero gradient. */
function withoutGradient(x: tf.Tensor): tf.Tensor {
  const stop = tf.customGrad((...values) => {
    const input = values[0] as tf.Tensor;
    return { value: tf.clone(input), gradFunc: (dy: tf.Tensor) => [tf.zerosLike(dy)] };
  });
  return stop(x);
}
