import type { ClipSet } from "../data/clipSet.js";
import type { ClipFramesRequest } from "../views/messages.js";
import type { ClipPayload } from "../views/payload/clips.js";
import { clipPayload, framesPayload } from "../views/payload/fromPrediction.js";
import { answerClipFrames } from "../views/viewRequests.js";
import { frameDetail } from "./clipPictures.js";
import type { ClipPrediction } from "./clipPrediction.js";

/** An evaluation, as far as its clips are concerned: one prediction per clip, in the same order. */
export interface ShownEvaluation {
  readonly clips: ClipSet;
  readonly predictions: readonly ClipPrediction[];
}

/** Frames are read for the evaluations that were shown last. */
const most = 20;
let shown: readonly ShownEvaluation[] = [];

/** From now on views of an evaluation are given the frames of its clips; a view carries those of a few alone. */
export function keepForViews(evaluation: ShownEvaluation): void {
  shown = [evaluation, ...shown.filter((one) => one !== evaluation)].slice(0, most);
  answerClipFrames(clipWithFrames);
}

async function clipWithFrames(request: ClipFramesRequest): Promise<ClipPayload | undefined> {
  for (const { clips, predictions } of shown) {
    const at = predictions.findIndex((prediction) => isMeant(prediction, request));
    if (at < 0) continue;
    const [clip, prediction] = [clips.clips[at], predictions[at]];
    const detail = await frameDetail({ clip, prediction });
    return { ...clipPayload(prediction), frames: framesPayload(prediction, detail) };
  }
  return undefined;
}

function isMeant(prediction: ClipPrediction, { clip, emotion }: ClipFramesRequest): boolean {
  if (prediction.clip !== clip) return false;
  const { emotion: scores } = clipPayload(prediction);
  return !emotion || emotion.every((score, i) => score === scores[i]);
}
