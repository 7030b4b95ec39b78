import type { Labels } from "../../contracts/labels.js";
import type { FrameTruth } from "../../contracts/frameTruth.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import { clipScores } from "../../metrics/clipScores.js";
import { reportedBeta } from "../../metrics/fusion.js";
import { argmax, softmax } from "../../metrics/probabilities.js";
import { rounded, roundedHeads } from "../compute/roundedScores.js";
import type { ClipPayload, FramesPayload, LabelsPayload } from "../../contracts/payloads/clips.js";

/** The labels as plain data. */
export function labelsPayload({ emotions, groups }: Labels): LabelsPayload {
  return { emotions: [...emotions], groups: groups.map(({ name, emotions }) => ({ name, emotions })) };
}

/** What a view can add to a prediction so that the frames behind it can be inspected. */
export interface FrameDetail {
  /** One entry per frame of the clip; null when unknown. */
  readonly truth?: readonly FrameTruth[] | null;
  readonly frameRate?: number | null;
  /** Pictures as data URIs, one per entry of the prediction's `frameNumbers`. */
  readonly thumbnails?: readonly string[];
}

/** How a view shows a clip. */
export interface ClipLook {
  /** Weight of the clip head in the fused score; 0.3 when absent. */
  readonly beta?: number;
  /** The sentiment groups, so that no rule's answer changes when the scores are rounded. */
  readonly groups?: Labels["groups"];
  /** One picture that represents the clip, as a data URI. */
  readonly thumbnail?: string;
}

/** A prediction as stored in a view, without its frames. */
export function clipPayload(
  prediction: ClipPrediction,
  { beta = reportedBeta, groups, thumbnail }: ClipLook = {},
): ClipPayload {
  const { label, person, ...heads } = clipScores(prediction);
  const { originalLabel } = prediction;
  return {
    id: prediction.clip,
    label,
    ...(originalLabel !== undefined && { originalLabel }),
    ...(person !== undefined && { person }),
    ...roundedHeads(heads, beta, groups),
    ...(thumbnail === undefined ? {} : { thumbnail }),
  };
}

/** The frames of a prediction as stored in a view. Unlabelled clips are scored for their predicted emotion. */
export function framesPayload(prediction: ClipPrediction, detail: FrameDetail = {}): FramesPayload {
  const { frameNumbers, withoutFace, pseudoLabelLogits, frameLogits, frameAttention } = prediction;
  const scored = prediction.label ?? argmax(prediction.emotionLogProbabilities);
  const truth = detail.truth ? frameNumbers.map((number) => detail.truth![number]) : undefined;
  const known = truth?.every((one) => one !== undefined) ? truth : undefined;
  return {
    numbers: [...frameNumbers],
    frameRate: detail.frameRate ?? null,
    ...(known && { truth: known.map(truthPayload) }),
    ...(withoutFace && { withoutFace: [...withoutFace] }),
    ...(pseudoLabelLogits && {
      pseudo: pseudoLabelLogits.map(probabilities),
      ...(scored >= 0 && { score: rounded(pseudoLabelLogits.map((logits) => logits?.[scored] ?? NaN)) }),
    }),
    ...(frameLogits && { network: frameLogits.map(probabilities) }),
    ...(frameAttention && { attention: rounded(frameAttention) }),
    ...(detail.thumbnails && { thumbnails: [...detail.thumbnails] }),
  };
}

/** None where there is no face. */
function probabilities(logits: readonly number[] | null): readonly (number | null)[] {
  return logits ? rounded(softmax(logits)) : [];
}

function truthPayload({ emotion, intensity, deviation }: FrameTruth) {
  const [strength] = rounded([intensity]);
  return { emotion, intensity: strength ?? 0, ...(deviation === undefined ? {} : { deviation }) };
}
