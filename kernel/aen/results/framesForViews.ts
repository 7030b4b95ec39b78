import type { ClipSet } from "../clips/clipSet.js";
import { thumbnails } from "../clips/thumbnails.js";
import type { ClipFramesRequest } from "../../contracts/viewMessages.js";
import type { ClipPayload } from "../../contracts/payloads/clips.js";
import { clipPayload, framesPayload } from "../../figures/bundles/clipPayload.js";
import { answerClipFrames } from "../host/viewRequests.js";
import { frameDetail } from "./clipPictures.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";

/** The part of an evaluation that concerns its clips: one prediction per clip, in the same order. */
export interface ShownEvaluation {
  readonly clips: ClipSet;
  readonly predictions: readonly ClipPrediction[];
}

/** Views keep scores with four decimals or more. */
const rounding = 1e-4;
/** Frames can be requested for this many of the most recently shown evaluations. */
const most = 20;
let shown: readonly ShownEvaluation[] = [];

/** Lets views of an evaluation request the frames of its clips; a view itself includes only a few. */
export function keepForViews(evaluation: ShownEvaluation): void {
  const others = shown.filter(({ predictions }) => predictions !== evaluation.predictions);
  shown = [evaluation, ...others].slice(0, most);
  answerClipFrames(clipWithFrames);
}

async function clipWithFrames(request: ClipFramesRequest): Promise<ClipPayload | undefined> {
  for (const { clips, predictions } of shown) {
    const at = predictions.findIndex((prediction) => isMeant(prediction, request));
    if (at < 0) continue;
    const [clip, prediction] = [clips.clips[at], predictions[at]];
    const detail = await frameDetail({ clip, prediction }, thumbnails);
    return {
      ...clipPayload(prediction, { groups: clips.labels.groups }),
      frames: framesPayload(prediction, detail),
    };
  }
  return undefined;
}

function isMeant(prediction: ClipPrediction, { clip, emotion }: ClipFramesRequest): boolean {
  if (prediction.clip !== clip) return false;
  const { emotionLogProbabilities: scores } = prediction;
  return !emotion || emotion.every((score, i) => score === null || Math.abs(score - scores[i]) < rounding);
}
