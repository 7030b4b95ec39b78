import type * as tf from "@tensorflow/tfjs-core";
import { compile } from "../../engine/compile.js";
import type { CompiledStep, DeviceName } from "../../engine/contract.js";
import type { Clip } from "../clips/clip.js";
import type { ClipBatch } from "../batches/clipBatch.js";
import { framesWithFace } from "../clips/framesWithFace.js";
import { frameLogits } from "../model/bottomUpBranch.js";
import type { Model } from "../model/model.js";
import { frameBatches } from "./frameBatches.js";
import { unitPixels } from "./trainingStep.js";

/**
 * The source of the frozen frame model's logits for a training, `[batch, frames, emotions]`. Those of frames without a
 * face are no pseudo labels: the terms of the loss do not count them.
 */
export interface PseudoLabelSource {
  logitsOf(batch: ClipBatch): Promise<Float32Array>;
  dispose(): Promise<void>;
}

/** Runs the frozen frame model on every augmented batch, as the published code does. */
export class ComputedPseudoLabels implements PseudoLabelSource {
  readonly #step: CompiledStep;

  /** @param threads per operation on the CPU */
  constructor(model: Model, device: DeviceName, threads?: number) {
    this.#step = compileFrameModel(model, device, threads);
  }

  async logitsOf(batch: ClipBatch): Promise<Float32Array> {
    const { pixels, size } = batch;
    return runFrameModel(this.#step, pixels, [batch.batch * batch.frames, size, size, 3]);
  }

  async dispose(): Promise<void> {
    await this.#step.dispose();
  }
}

/**
 * The frozen frame model's logits for all frames of some clips, computed once; 0 for frames without a face. The numbers do not depend on the order
 * of the batches, so a resumed run reproduces an uninterrupted one exactly.
 */
export class CachedPseudoLabels implements PseudoLabelSource {
  private constructor(
    readonly emotions: number,
    readonly byClip: ReadonlyMap<string, Float32Array>,
  ) {}

  /** @param threads per operation on the CPU */
  static async compute(
    model: Model,
    clips: Iterable<Clip>,
    device: DeviceName,
    beforeStep?: () => Promise<void>,
    signal?: AbortSignal,
    threads?: number,
  ): Promise<CachedPseudoLabels> {
    const { size } = model.configuration;
    const emotions = model.labels.emotions.length;
    const byClip = new Map<string, Float32Array>();
    const step = compileFrameModel(model, device, threads);
    try {
      for await (const { pixels, frames } of frameBatches(clips, framesWithFace, {
        batch: 64,
        size,
        signal,
      })) {
        await beforeStep?.();
        const logits = await runFrameModel(step, pixels, [64, size, size, 3]);
        frames.forEach(({ clip, frame }, index) => {
          const ofClip = byClip.get(clip.id) ?? new Float32Array(clip.frameCount * emotions);
          ofClip.set(logits.subarray(index * emotions, (index + 1) * emotions), frame * emotions);
          byClip.set(clip.id, ofClip);
        });
      }
    } finally {
      await step.dispose();
    }
    return new CachedPseudoLabels(emotions, byClip);
  }

  async logitsOf({ clips, frameNumbers }: ClipBatch): Promise<Float32Array> {
    return gatherFrames(clips, frameNumbers, this.byClip, this.emotions);
  }

  async dispose(): Promise<void> {}
}

/** Picks chosen frames, `[batch, frames, width]`, from the values of all frames by clip, `[frameCount, width]`. */
export function gatherFrames(
  clips: readonly Clip[],
  frameNumbers: readonly (readonly number[])[],
  byClip: ReadonlyMap<string, Float32Array>,
  width: number,
): Float32Array {
  const frames = frameNumbers[0]?.length ?? 0;
  const result = new Float32Array(clips.length * frames * width);
  clips.forEach(({ id }, row) => {
    const values = byClip.get(id);
    if (!values) throw new Error(`Nothing was computed for the clip "${id}".`);
    frameNumbers[row].forEach((frame, column) => {
      const part = values.subarray(frame * width, (frame + 1) * width);
      result.set(part, (row * frames + column) * width);
    });
  });
  return result;
}

function compileFrameModel(model: Model, device: DeviceName, threads?: number): CompiledStep {
  const context = model.frozenContext();
  const step = (inputs: Record<string, tf.Tensor>) => ({
    logits: frameLogits(context, unitPixels(inputs.frames)),
  });
  const state = [...(model.frozenVariables?.values() ?? [])];
  return compile(step, { state, device, threads, name: "frozen frame model" });
}

async function runFrameModel(step: CompiledStep, pixels: Uint8Array, shape: number[]): Promise<Float32Array> {
  const { logits } = await step.run({ frames: { data: pixels, shape, dtype: "int32" } });
  return logits.data as Float32Array;
}
