import * as tf from "@tensorflow/tfjs-core";
import type { LabelSet } from "../labels.js";
import type { NetworkOutputs } from "../model/forward.js";

/**
 * What a loss term may look at, for a batch of B clips with T frames, C emotions and G sentiment groups; all
 * tensors are float32.
 */
export interface LossInputs {
  /** The true emotion, one-hot, `[B, C]`. */
  readonly labels: tf.Tensor;
  /** The true sentiment group, one-hot, `[B, G]`. */
  readonly groupLabels: tf.Tensor;
  /** Raw scores of the clip head, `[B, C]`. */
  readonly clipLogits: tf.Tensor;
  /** Raw scores of the sentiment head, `[B, G]`. */
  readonly groupLogits: tf.Tensor;
  /** Raw scores of the emotion head, `[B, C]`. */
  readonly emotionLogits: tf.Tensor;
  /** PG: natural logarithms of the clip head's probabilities, `[B, C]`. */
  readonly clipLogProbabilities: tf.Tensor;
  /** PL1: natural logarithms of the sentiment head's probabilities, `[B, G]`. */
  readonly groupLogProbabilities: tf.Tensor;
  /** PL2: natural logarithms of the emotion head's probabilities, `[B, C]`. */
  readonly emotionLogProbabilities: tf.Tensor;
  /** Raw scores of the network's own frame head, `[B, T, C]`. */
  readonly frameLogits: tf.Tensor;
  /** F: raw scores of the frozen frame model, `[B, T, C]`; no gradient flows into them. */
  readonly pseudoLabelLogits: tf.Tensor;
  /** f by semantic level (0, 1, 3), `[B, T, width]`. */
  readonly features: Readonly<Record<number, tf.Tensor>>;
  /** c by semantic level (0, 1, 3), `[B, width]`. */
  readonly classVectors: Readonly<Record<number, tf.Tensor>>;
  /** Attention of the class token of level 3 to each frame, `[B, T]`. */
  readonly frameAttention: tf.Tensor;
  /** The emotions and their groups. */
  readonly labelSet: LabelSet;
}

/** @param labels one-hot, `[B, C]` */
export function lossInputs(
  outputs: NetworkOutputs,
  labels: tf.Tensor,
  pseudoLabelLogits: tf.Tensor,
  labelSet: LabelSet,
): LossInputs {
  return {
    labels,
    groupLabels: groupSums(labels, labelSet),
    clipLogits: outputs.logits.clip,
    groupLogits: outputs.logits.group,
    emotionLogits: outputs.logits.emotion,
    clipLogProbabilities: outputs.logProbabilities.clip,
    groupLogProbabilities: outputs.logProbabilities.group,
    emotionLogProbabilities: outputs.logProbabilities.emotion,
    frameLogits: outputs.frameLogits,
    pseudoLabelLogits,
    features: outputs.features,
    classVectors: outputs.classVectors,
    frameAttention: outputs.frameAttention,
    labelSet,
  };
}

/** The sum over each group's emotions: `[B, C]` to `[B, G]` (Gs of SPEC.md, section 7). */
export function groupSums(values: tf.Tensor, labelSet: LabelSet): tf.Tensor {
  return groupMatrixProduct(values, labelSet, () => 1);
}

/** The mean over each group's emotions: `[B, C]` to `[B, G]` (G of SPEC.md, section 3). */
export function groupMeans(values: tf.Tensor, labelSet: LabelSet): tf.Tensor {
  return groupMatrixProduct(values, labelSet, (members) => 1 / members);
}

/** The logarithm of each group's probability from the logarithms of its emotions': `[B, C]` to `[B, G]`. */
export function groupLogProbabilities(logProbabilities: tf.Tensor, labelSet: LabelSet): tf.Tensor {
  return tf.log(tf.add(groupSums(tf.exp(logProbabilities), labelSet), 1e-12));
}

function groupMatrixProduct(values: tf.Tensor, labelSet: LabelSet, weight: (members: number) => number) {
  const { groups, groupOf } = labelSet;
  const entry = (emotion: number, group: number) =>
    groupOf[emotion] === group ? weight(groups[group].emotions.length) : 0;
  const matrix = groupOf.map((_, emotion) => groups.map((_group, g) => entry(emotion, g)));
  return tf.matMul(values as tf.Tensor2D, tf.tensor2d(matrix, undefined, "float32"));
}
