import type { LabelSet } from "../../labels.js";
import type { FrameTruth } from "../../data/clip.js";
import type { ClipPrediction } from "../../metrics/clipPrediction.js";
import { argmax, softmax } from "../compute/fusion.js";
import type { ClipPayload, FramesPayload, LabelsPayload } from "./clips.js";

/** The labels as plain data. */
export function labelsPayload({ emotions, groups }: LabelSet): LabelsPayload {
  return { emotions: [...emotions], groups: groups.map(({ name, emotions }) => ({ name, emotions })) };
}

/** What a view may add to a prediction so that the frames behind it can be looked at. */
export interface FrameDetail {
  /** One entry per frame of the clip; null when unknown. */
  readonly truth?: readonly FrameTruth[] | null;
  readonly frameRate?: number | null;
  /** Pictures as data URIs, one for each entry of the prediction's `frameNumbers`. */
  readonly thumbnails?: readonly string[];
}

/** A prediction as a view keeps it, without its frames. */
export function clipPayload(prediction: ClipPrediction, thumbnail?: string): ClipPayload {
  return {
    id: prediction.clip,
    label: prediction.label,
    clip: rounded(prediction.clipLogProbabilities),
    sentiment: rounded(prediction.sentimentLogProbabilities),
    emotion: rounded(prediction.emotionLogProbabilities),
    ...(thumbnail === undefined ? {} : { thumbnail }),
  };
}

/** The frames of a prediction as a view keeps them. Unlabelled clips are scored for their predicted emotion. */
export function framesPayload(prediction: ClipPrediction, detail: FrameDetail = {}): FramesPayload {
  const { frameNumbers, pseudoLabelLogits, frameLogits, frameAttention } = prediction;
  const scored = prediction.label ?? argmax(prediction.emotionLogProbabilities);
  const truth = detail.truth ? frameNumbers.map((number) => detail.truth![number]) : undefined;
  const known = truth?.every((one) => one !== undefined) ? truth : undefined;
  return {
    numbers: [...frameNumbers],
    frameRate: detail.frameRate ?? null,
    ...(known && { truth: known.map(truthPayload) }),
    ...(pseudoLabelLogits && {
      pseudo: pseudoLabelLogits.map((logits) => rounded(softmax(logits))),
      ...(scored >= 0 && { score: rounded(pseudoLabelLogits.map((logits) => logits[scored])) }),
    }),
    ...(frameLogits && { network: frameLogits.map((logits) => rounded(softmax(logits))) }),
    ...(frameAttention && { attention: rounded(frameAttention) }),
    ...(detail.thumbnails && { thumbnails: [...detail.thumbnails] }),
  };
}

function truthPayload({ emotion, intensity, deviation }: FrameTruth) {
  return { emotion, intensity: round(intensity) ?? 0, ...(deviation === undefined ? {} : { deviation }) };
}

function rounded(values: readonly number[]): (number | null)[] {
  return Array.from(values, round);
}

function round(value: number): number | null {
  return Number.isFinite(value) ? Math.round(value * 1e4) / 1e4 : null;
}
