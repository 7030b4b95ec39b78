import * as tf from "@tensorflow/tfjs-core";
import type { LabelSet } from "../labels.js";
import type { NetworkOutputs } from "../model/forward.js";

/**
 * What a loss term can read, for a batch of B clips with T frames, C emotions and G sentiment groups; all
 * tensors are float32.
 */
export interface LossInputs {
  /** The true emotion, one-hot, `[B, C]`. */
  readonly labels: tf.Tensor;
  /** The true sentiment group, one-hot, `[B, G]`. */
  readonly groupLabels: tf.Tensor;
  /** Raw scores of the clip head, `[B, C]`. */
  readonly clipLogits: tf.Tensor;
  /** Raw scores of the sentiment head, `[B, G]`; a baseline without that head refuses to be read. */
  readonly groupLogits: tf.Tensor;
  /** Raw scores of the emotion head, `[B, C]`. */
  readonly emotionLogits: tf.Tensor;
  /** PG: log-probabilities (natural) of the clip head, `[B, C]`. */
  readonly clipLogProbabilities: tf.Tensor;
  /** PL1: log-probabilities (natural) of the sentiment head, `[B, G]`. */
  readonly groupLogProbabilities: tf.Tensor;
  /** PL2: log-probabilities (natural) of the emotion head, `[B, C]`. */
  readonly emotionLogProbabilities: tf.Tensor;
  /** Raw scores of the network's own frame head, `[B, T, C]`. */
  readonly frameLogits: tf.Tensor;
  /** F: raw scores of the frozen frame model, `[B, T, C]`; no gradient flows into them. */
  readonly pseudoLabelLogits: tf.Tensor;
  /**
   * 1 for a frame that shows a face, 0 for one without, `[B, T]`; absent where all frames of the training clips show one.
   * The built-in terms count only frames with 1: do so in terms of your own.
   */
  readonly frameHasFace?: tf.Tensor;
  /** f by semantic level (0, 1, 3), `[B, T, width]`. */
  readonly features: Readonly<Record<number, tf.Tensor>>;
  /** c by semantic level (0, 1, 3), `[B, width]`. */
  readonly classVectors: Readonly<Record<number, tf.Tensor>>;
  /** Attention of the class token of level 3 to each frame, `[B, T]`. */
  readonly frameAttention: tf.Tensor;
  /** The emotions and their groups. */
  readonly labelSet: LabelSet;
}

/**
 * @param labels one-hot, `[B, C]`
 * @param frameHasFace as in {@link LossInputs}
 * @param network what it is called in the message of an output that it lacks, which is thrown as a term reads it
 */
export function lossInputs(
  outputs: NetworkOutputs,
  labels: tf.Tensor,
  pseudoLabelLogits: tf.Tensor,
  labelSet: LabelSet,
  network = "AEN",
  frameHasFace?: tf.Tensor,
): LossInputs {
  const { logits, logProbabilities } = outputs;
  const given = {
    labels,
    groupLabels: groupSums(labels, labelSet),
    clipLogits: logits.clip,
    groupLogits: logits.group,
    emotionLogits: logits.emotion,
    clipLogProbabilities: logProbabilities.clip,
    groupLogProbabilities: logProbabilities.group,
    emotionLogProbabilities: logProbabilities.emotion,
    frameLogits: outputs.frameLogits,
    pseudoLabelLogits,
    ...(frameHasFace && { frameHasFace }),
    features: outputs.features,
    classVectors: refusing({ 0: undefined, 1: undefined, 3: undefined, ...outputs.classVectors }, (level) =>
      missing(network, `class vector of level ${level}`),
    ),
    frameAttention: outputs.frameAttention,
    labelSet,
  };
  return refusing(given, (name) => missing(network, `\`${name}\``)) as LossInputs;
}

function missing(network: string, what: string): RangeError {
  return new RangeError(
    `${network} has no ${what}, which a term of its loss reads. Leave the term out: a baseline's own loss, without ` +
      `{ loss }, has only terms that it can compute.`,
  );
}

/** The values, where reading an absent one throws. */
function refusing<Values extends object>(
  values: Values,
  error: (name: string) => Error,
): { [Name in keyof Values]: NonNullable<Values[Name]> } {
  const result = { ...values };
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) continue;
    const get = () => {
      throw error(name);
    };
    Object.defineProperty(result, name, { get, enumerable: false });
  }
  return result as { [Name in keyof Values]: NonNullable<Values[Name]> };
}

/** The sum over each group's emotions: `[B, C]` to `[B, G]` (Gs of SPEC.md, section 7). */
export function groupSums(values: tf.Tensor, labelSet: LabelSet): tf.Tensor {
  return groupMatrixProduct(values, labelSet, () => 1);
}

/** The mean over each group's emotions: `[B, C]` to `[B, G]` (G of SPEC.md, section 3). */
export function groupMeans(values: tf.Tensor, labelSet: LabelSet): tf.Tensor {
  return groupMatrixProduct(values, labelSet, (members) => 1 / members);
}

/** Log-probability of each group from the log-probabilities of its emotions: `[B, C]` to `[B, G]`. */
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
