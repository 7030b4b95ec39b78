import type * as tf from "@tensorflow/tfjs-core";
import type { ClipModelName } from "../clipModel.js";
import { levelsOf } from "../configuration.js";
import { linear, type ForwardContext } from "../forwardContext.js";
import { temporalEncoder } from "../temporalEncoder.js";
import { prepared, topDownBranch, type ClipLogits } from "../topDownBranch.js";
import { gru } from "./gru.js";
import { meanOfFeatures } from "./meanOfFeatures.js";
import { voteOfFrames } from "./voteOfFrames.js";

/** The bottom-up branch's outputs for whole clips. */
export interface BottomUpFeatures {
  /** f by semantic level, `[batch, frames, width of the level]`. */
  readonly features: Readonly<Record<number, tf.Tensor>>;
  /** `[batch, frames, emotions]` */
  readonly frameLogits: tf.Tensor;
  /** The frozen frame model's logits, `[batch, frames, emotions]`; a vote of frames takes these where it has them. */
  readonly pseudoLabelLogits?: tf.Tensor;
  /** 1 for a frame that shows a face, 0 for one without, `[batch, frames]`; absent where all do. */
  readonly frameHasFace?: tf.Tensor;
}

/** What a clip model makes of the frames' features. */
export interface ClipModelOutputs {
  /** c by semantic level, `[batch, width of the level]`; of a baseline those that it has. */
  readonly classVectors: Readonly<Record<number, tf.Tensor>>;
  readonly logits: ClipLogits;
  /** Attention of the class token of the highest encoded level to each frame, `[batch, frames]`; absent without one. */
  readonly frameAttention?: tf.Tensor;
}

/** Runs the clip model that the configuration names. */
export function clipModelOutputs(context: ForwardContext, bottom: BottomUpFeatures): ClipModelOutputs {
  return outputsOf[context.configuration.clipModel ?? "AEN"](context, bottom);
}

type Run = (context: ForwardContext, bottom: BottomUpFeatures) => ClipModelOutputs;

const outputsOf: Readonly<Record<ClipModelName, Run>> = {
  AEN: (context, bottom) => {
    const { classVectors, frameAttention } = encoded(context, bottom);
    return { classVectors, logits: topDownBranch(context, classVectors), frameAttention };
  },
  "AEN without top-down": (context, bottom) => {
    const { classVectors, frameAttention } = encoded(context, bottom);
    const head = (name: string, level: number) =>
      linear(context, `head.${name}`, prepared(context, classVectors[level]));
    const logits = { clip: head("clip", 0), group: head("group", 1), emotion: head("emotion", 3) };
    return { classVectors, logits, frameAttention };
  },
  transformer: (context, bottom) => {
    const { classVectors, frameAttention } = encoded(context, bottom);
    return { ...oneHead(context, classVectors[0], prepared(context, classVectors[0])), frameAttention };
  },
  GRU: (context, { features, frameHasFace }) =>
    oneHead(context, gru(context, features[0], maskOf(context, frameHasFace))),
  "mean of features": (context, { features, frameHasFace }) =>
    oneHead(context, meanOfFeatures(features[0], maskOf(context, frameHasFace))),
  "vote of frames": (_context, { frameLogits, pseudoLabelLogits = frameLogits, frameHasFace }) => {
    const shares = voteOfFrames(pseudoLabelLogits, frameHasFace);
    return { classVectors: {}, logits: { clip: shares, emotion: shares } };
  },
};

/** Which frames count, where the configuration masks those without a face. */
function maskOf({ configuration }: ForwardContext, frameHasFace: tf.Tensor | undefined) {
  return configuration.facelessFrames === "masked" ? frameHasFace : undefined;
}

function encoded(context: ForwardContext, { features, frameHasFace }: BottomUpFeatures) {
  const levels = levelsOf(context.configuration).filter((level) => level in features);
  const clips = levels.map((level) => temporalEncoder(context, level, features[level], frameHasFace));
  const classVectors = Object.fromEntries(levels.map((level, i) => [level, clips[i].classVector]));
  return { classVectors, frameAttention: clips[clips.length - 1].frameAttention };
}

/** One head answers for the clip. @param input what the head reads, if not the class vector as it is */
function oneHead(context: ForwardContext, classVector: tf.Tensor, input = classVector): ClipModelOutputs {
  const logits = linear(context, "head.clip", input);
  return { classVectors: { 0: classVector }, logits: { clip: logits, emotion: logits } };
}
