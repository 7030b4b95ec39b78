import * as tf from "@tensorflow/tfjs-core";
import type { ClipPrediction } from "../../../contracts/clipPrediction.js";
import { compile } from "../../../engine/compile.js";
import type { DeviceName } from "../../../engine/contract.js";
import { withPeople } from "../../../metrics/people.js";
import { personOf } from "../../clips/personOf.js";
import { clipBatches } from "../../batches/clipBatches.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { workUntil } from "../../host/cancellation.js";
import { frameLogits } from "../../model/bottomUpBranch.js";
import type { Model } from "../../model/model.js";
import { predictionOf } from "../clipPredictions.js";
import { unitPixels } from "../trainingStep.js";

/** How stills are run through a bottom-up branch. */
export interface PredictStillsOptions {
  /** Stills per step. @default 64 */
  readonly batch?: number;
  readonly device?: DeviceName;
  readonly signal?: AbortSignal;
  /** Called after each step with the number of stills done and the total. */
  readonly onProgress?: (done: number, of: number) => void;
}

/**
 * What a model's bottom-up branch and its frame head answer for each still, in the order of the set. Both heads of a
 * prediction hold that answer, so that any beta gives it; there is none of sentiment.
 */
export function predictStills(
  model: Model,
  stills: ClipSet,
  options: PredictStillsOptions = {},
): Promise<ClipPrediction[]> {
  return workUntil(options.signal, (signal) => predict(model, stills, { ...options, signal }));
}

async function predict(
  model: Model,
  stills: ClipSet,
  { batch: most = 64, device, signal, onProgress }: PredictStillsOptions,
): Promise<ClipPrediction[]> {
  const { size } = model.configuration;
  const batch = Math.max(1, Math.min(most, stills.length));
  const state = [...model.variables.values()];
  const step = compile((inputs) => answers(model, inputs), { state, device, name: "stills" });
  const predictions: ClipPrediction[] = [];
  try {
    for await (const part of clipBatches(stills, {
      mode: "test",
      batch,
      frames: 1,
      size,
      sampling: "even",
      signal,
    })) {
      const data = new Uint8Array(batch * size * size * 3); // the last batch is filled up with black
      data.set(part.pixels);
      const outputs = await step.run({ frames: { data, shape: [batch, size, size, 3], dtype: "int32" } });
      predictions.push(
        ...part.clips.map((clip, row) => predictionOf(clip, part.frameNumbers[row], row, outputs)),
      );
      onProgress?.(predictions.length, stills.length);
    }
  } finally {
    await step.dispose();
  }
  return withPeople(predictions, stills.clips.map(personOf));
}

function answers(model: Model, { frames }: Record<string, tf.Tensor>): Record<string, tf.Tensor> {
  const logits = frameLogits(model.context(), unitPixels(frames));
  const scores = tf.logSoftmax(logits);
  return { clip: scores, emotion: scores, frameLogits: tf.expandDims(logits, 1) };
}
