import * as tf from "@tensorflow/tfjs-core";
import { bottomUpBranch } from "./bottomUpBranch.js";
import {
  clipModelOutputs,
  type BottomUpFeatures,
  type ClipModelOutputs,
} from "./clipModels/clipModelOutputs.js";
import { levelWidth } from "./configuration.js";
import type { ForwardContext } from "./forwardContext.js";
import type { ClipLogits } from "./topDownBranch.js";

export type { BottomUpFeatures } from "./clipModels/clipModelOutputs.js";

/** Everything that a forward pass computes. */
export interface NetworkOutputs
  extends Omit<BottomUpFeatures, "pseudoLabelLogits" | "frameHasFace">, ClipModelOutputs {
  /** PG, PL1 and PL2: natural log-probabilities, shaped like the logits. */
  readonly logProbabilities: ClipLogits;
}

/**
 * The whole network.
 * @param frames `[batch, frames, size, size, 3]`, RGB in [0, 1]
 * @param given `pseudoLabelLogits` and `frameHasFace` as in {@link BottomUpFeatures}
 */
export function forward(
  context: ForwardContext,
  frames: tf.Tensor,
  given: Pick<BottomUpFeatures, "pseudoLabelLogits" | "frameHasFace"> = {},
): NetworkOutputs {
  return forwardFromFeatures(context, { ...bottomUp(context, frames), ...given });
}

/** The bottom-up branch on clips; frames are `[batch, frames, size, size, 3]`, RGB in [0, 1]. */
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

/** Everything after the bottom-up branch: temporal encoders, top-down branch, heads, or what a baseline has instead. */
export function forwardFromFeatures(context: ForwardContext, bottom: BottomUpFeatures): NetworkOutputs {
  const { logits, ...rest } = clipModelOutputs(context, bottom);
  const clip = tf.logSoftmax(logits.clip);
  const logProbabilities = {
    clip,
    emotion: logits.emotion === logits.clip ? clip : tf.logSoftmax(logits.emotion),
    ...(logits.group && { group: tf.logSoftmax(logits.group) }),
  };
  for (const head of ["clip", "group", "emotion"] as const) {
    if (logits[head]) context.observe?.(`logits.${head}`, logits[head]);
    if (logProbabilities[head]) context.observe?.(`logProbs.${head}`, logProbabilities[head]);
  }
  const { features, frameLogits } = bottom;
  return { features, frameLogits, logits, logProbabilities, ...rest };
}

/** The widths of the features that {@link forwardFromFeatures} needs, by level. */
export function featureWidths(context: Pick<ForwardContext, "configuration">): Record<number, number> {
  const { configuration } = context;
  return Object.fromEntries([0, 1, 3].map((level) => [level, levelWidth(configuration, level)]));
}
