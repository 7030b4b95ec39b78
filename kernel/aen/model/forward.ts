import * as tf from "@tensorflow/tfjs-core";
import { bottomUpBranch } from "./bottomUpBranch.js";
import { levelsOf, levelWidth } from "./configuration.js";
import type { ForwardContext } from "./forwardContext.js";
import { temporalEncoder } from "./temporalEncoder.js";
import { topDownBranch, type ClipLogits } from "./topDownBranch.js";

/** The bottom-up branch's view of whole clips. */
export interface BottomUpFeatures {
  /** f by semantic level, `[batch, frames, width of the level]`. */
  readonly features: Readonly<Record<number, tf.Tensor>>;
  /** `[batch, frames, emotions]` */
  readonly frameLogits: tf.Tensor;
}

/** Everything that a forward pass makes. */
export interface NetworkOutputs extends BottomUpFeatures {
  /** c by semantic level, `[batch, width of the level]`. */
  readonly classVectors: Readonly<Record<number, tf.Tensor>>;
  readonly logits: ClipLogits;
  /** PG, PL1 and PL2: natural logarithms of probabilities, shaped as the logits. */
  readonly logProbabilities: ClipLogits;
  /** Attention of the class token of level 3 to each frame, `[batch, frames]`. */
  readonly frameAttention: tf.Tensor;
}

/**
 * The whole network.
 * @param frames `[batch, frames, size, size, 3]`, RGB in [0, 1]
 */
export function forward(context: ForwardContext, frames: tf.Tensor): NetworkOutputs {
  return forwardFromFeatures(context, bottomUp(context, frames));
}

/** The bottom-up branch on clips: frames `[batch, frames, size, size, 3]`, RGB in [0, 1]. */
export function bottomUp(context: ForwardContext, frames: tf.Tensor): BottomUpFeatures {
  const [batch, count, ...image] = frames.shape;
  const single = bottomUpBranch(context, tf.reshape(frames, [batch * count, ...image]));
  const perClip = (x: tf.Tensor) => tf.reshape(x, [batch, count, -1]);
  const features = Object.fromEntries(
    Object.entries(single.levels).map(([level, values]) => [level, perClip(values)]),
  );
  for (const [level, values] of Object.entries(features)) {
    context.observe?.(`features.level${level}`, values);
  }
  context.observe?.("frameLogits.main", single.frameLogits);
  return { features, frameLogits: perClip(single.frameLogits) };
}

/** What follows the bottom-up branch: temporal encoders, top-down branch, heads. */
export function forwardFromFeatures(context: ForwardContext, bottom: BottomUpFeatures): NetworkOutputs {
  const levels = levelsOf(context.configuration).filter((level) => level in bottom.features);
  const encoded = levels.map((level) => temporalEncoder(context, level, bottom.features[level]));
  const classVectors = Object.fromEntries(levels.map((level, i) => [level, encoded[i].classVector]));
  const logits = topDownBranch(context, classVectors);
  const logProbabilities = {
    clip: tf.logSoftmax(logits.clip),
    group: tf.logSoftmax(logits.group),
    emotion: tf.logSoftmax(logits.emotion),
  };
  for (const head of ["clip", "group", "emotion"] as const) {
    context.observe?.(`logits.${head}`, logits[head]);
    context.observe?.(`logProbs.${head}`, logProbabilities[head]);
  }
  const { frameAttention } = encoded[levels.indexOf(3)];
  return { ...bottom, classVectors, logits, logProbabilities, frameAttention };
}

/** The widths of the features that {@link forwardFromFeatures} needs, by level. */
export function featureWidths(context: Pick<ForwardContext, "configuration">): Record<number, number> {
  const { configuration } = context;
  return Object.fromEntries([0, 1, 3].map((level) => [level, levelWidth(configuration, level)]));
}
