import * as tf from "@tensorflow/tfjs-core";
import { compile, type ArrayValue, type CompiledStep, type DeviceName } from "../../engine/compile.js";
import { workUntil } from "../caller.js";
import type { ClipBatch } from "../data/clipBatch.js";
import { clipBatches } from "../data/clipBatches.js";
import type { ClipSet } from "../data/clipSet.js";
import type { FrameSampling } from "../data/sampling.js";
import type { ClipPrediction } from "../metrics/clipPrediction.js";
import { frameLogits } from "../model/bottomUpBranch.js";
import { forward } from "../model/forward.js";
import type { Model } from "../model/model.js";
import { trainingDefaults } from "./trainOptions.js";
import { unitPixels } from "./trainingStep.js";

export interface PredictOptions {
  /** Clips per step. @default 16 */
  readonly batch?: number;
  readonly device?: DeviceName;
  /** How frames are chosen; the model's preset decides unless given. */
  readonly sampling?: FrameSampling;
  readonly signal?: AbortSignal;
  /** Called after each step with the number of clips done and of all. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** A model that is ready to look at clips in evaluation mode; follows the model's weights as they change. */
export class Predictor {
  readonly #step: CompiledStep;

  constructor(
    readonly model: Model,
    readonly device: DeviceName = "auto",
  ) {
    const frozen = model.frozenVariables;
    const state = [...model.variables.values(), ...(frozen?.values() ?? [])];
    this.#step = compile((inputs) => predictionStep(model, inputs), { state, device, name: "prediction" });
  }

  /** What the network says of every clip, in the order of the set. */
  predict(clips: ClipSet, options: Omit<PredictOptions, "device"> = {}): Promise<ClipPrediction[]> {
    return workUntil(options.signal, (signal) => this.#predict(clips, { ...options, signal }));
  }

  async #predict(clips: ClipSet, options: Omit<PredictOptions, "device">): Promise<ClipPrediction[]> {
    const { batch = 16, signal, onProgress } = options;
    const { frames, size, preset } = this.model.configuration;
    const { sampling = trainingDefaults[preset].sampling } = options;
    const predictions: ClipPrediction[] = [];
    const settings = {
      batch: Math.min(batch, clips.length),
      frames,
      size,
      sampling,
      signal,
      mode: "test",
    } as const;
    for await (const part of clipBatches(clips, settings)) {
      signal?.throwIfAborted();
      const { data, shape } = padded(part, settings.batch);
      const outputs = await this.#step.run({ frames: { data, shape, dtype: "int32" } });
      predictions.push(...part.clips.map((_, row) => predictionOf(part, row, outputs)));
      onProgress?.(predictions.length, clips.length);
    }
    return predictions;
  }

  async dispose(): Promise<void> {
    await this.#step.dispose();
  }
}

function predictionStep(model: Model, inputs: Record<string, tf.Tensor>): Record<string, tf.Tensor> {
  const frames = unitPixels(inputs.frames);
  const { logProbabilities, frameLogits: own, frameAttention } = forward(model.context(), frames);
  const { clip, group, emotion } = logProbabilities;
  const outputs = { clip, group, emotion, frameLogits: own, frameAttention };
  if (!model.frozenVariables) return outputs;
  const [batch, count, ...image] = frames.shape;
  const flat = frameLogits(model.frozenContext(), tf.reshape(frames, [batch * count, ...image]));
  return { ...outputs, pseudoLabelLogits: tf.reshape(flat, [batch, count, -1]) };
}

/** The last batch of a set filled up with black frames, so that one compiled step fits all. */
function padded(
  { pixels, batch, frames, size }: ClipBatch,
  rows: number,
): { data: Uint8Array; shape: number[] } {
  const shape = [rows, frames, size, size, 3];
  if (batch === rows) return { data: pixels, shape };
  const data = new Uint8Array(rows * frames * size * size * 3);
  data.set(pixels);
  return { data, shape };
}

function predictionOf(part: ClipBatch, row: number, outputs: Record<string, ArrayValue>): ClipPrediction {
  const { pseudoLabelLogits } = outputs;
  return {
    clip: part.clips[row].id,
    label: part.clips[row].label,
    frameNumbers: part.frameNumbers[row],
    clipLogProbabilities: rowOf(outputs.clip, row),
    sentimentLogProbabilities: rowOf(outputs.group, row),
    emotionLogProbabilities: rowOf(outputs.emotion, row),
    frameLogits: rowsOf(outputs.frameLogits, row),
    frameAttention: rowOf(outputs.frameAttention, row),
    ...(pseudoLabelLogits ? { pseudoLabelLogits: rowsOf(pseudoLabelLogits, row) } : {}),
  };
}

function rowOf({ data, shape }: ArrayValue, row: number): number[] {
  return Array.from(data.subarray(row * shape[1], (row + 1) * shape[1]));
}

function rowsOf({ data, shape }: ArrayValue, row: number): number[][] {
  const [, frames, width] = shape;
  return Array.from({ length: frames }, (_, frame) => {
    const start = (row * frames + frame) * width;
    return Array.from(data.subarray(start, start + width));
  });
}
