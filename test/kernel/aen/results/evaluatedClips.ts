import { type Clip } from "../../../../kernel/aen/clips/clip.js";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { dfewLabels, type LabelSet } from "../../../../kernel/aen/labels.js";
import { Evaluation } from "../../../../kernel/aen/results/evaluation.js";
import type { ClipPrediction } from "../../../../kernel/contracts/clipPrediction.js";
import type { FrameTruth } from "../../../../kernel/contracts/frameTruth.js";
import type { IntervalOptions } from "../../../../kernel/metrics/rateInterval.js";

/** A clip of grey frames for a prediction. */
export function greyClip(
  { clip: id, label, frameNumbers }: ClipPrediction,
  truth: readonly FrameTruth[] | null = null,
): Clip {
  return {
    ...{ id, label, identity: null, frameCount: frameNumbers.length, frameRate: 25, truth },
    read: async (frames) => ({
      ...{ width: 8, height: 8, count: frames.length },
      data: new Uint8Array(frames.length * 8 * 8 * 3).fill(128),
    }),
  };
}

/** An evaluation of grey clips. */
export function evaluationOf(
  predictions: readonly ClipPrediction[],
  {
    beta = 0.3,
    labels = dfewLabels,
    ...options
  }: { beta?: number; labels?: LabelSet } & IntervalOptions = {},
): Evaluation {
  const clips = new ClipSet(
    predictions.map((prediction) => greyClip(prediction)),
    labels,
  );
  return new Evaluation(clips, predictions, beta, options);
}
