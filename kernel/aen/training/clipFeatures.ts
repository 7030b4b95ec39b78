import { compile } from "../../engine/compile.js";
import type { DeviceName } from "../../engine/contract.js";
import type { Clip } from "../clips/clip.js";
import type { ClipSet } from "../clips/clipSet.js";
import { frameLogits } from "../model/bottomUpBranch.js";
import { bottomUp, featureWidths } from "../model/forward.js";
import type { Model } from "../model/model.js";
import { allFrames, frameBatches } from "./frameBatches.js";
import { gatherFrames } from "./pseudoLabels.js";
import { unitPixels } from "./trainingStep.js";
import * as tf from "@tensorflow/tfjs-core";

/** The semantic levels that the top-down branch needs. */
export const featureLevels = [0, 1, 3] as const;

const framesAtOnce = 64;

/**
 * The outputs of a frozen bottom-up branch for all frames of some clips, computed once: the temporal encoders and the
 * top-down branch then train without reading the images again.
 */
export class ClipFeatures {
  private constructor(
    /** Numbers per frame by output: `features0`, `features1`, `features3`, `frameLogits`, `pseudoLabelLogits`. */
    readonly widths: Readonly<Record<string, number>>,
    /** By output and clip, `[frameCount, width]`. */
    readonly values: Readonly<Record<string, ReadonlyMap<string, Float32Array>>>,
  ) {}

  /**
   * @param model its bottom-up branch computes the features, its frozen frame model the pseudo labels
   * @param onFrames called after each step with the number of frames done
   */
  static async compute(
    model: Model,
    clips: Iterable<Clip>,
    { device, threads, onFrames, beforeStep, signal }: ComputeOptions = {},
  ): Promise<ClipFeatures> {
    const { size } = model.configuration;
    const widths = widthsOf(model);
    const values = Object.fromEntries(Object.keys(widths).map((name) => [name, new Map()]));
    const state = [...model.variables.values(), ...(model.frozenVariables?.values() ?? [])];
    const step = compile((inputs) => featureStep(model, inputs), {
      state,
      device,
      threads,
      name: "features",
    });
    const shape = [framesAtOnce, size, size, 3];
    try {
      let done = 0;
      for await (const batch of frameBatches(clips, allFrames, { batch: framesAtOnce, size, signal })) {
        await beforeStep?.();
        const outputs = await step.run({ frames: { data: batch.pixels, shape, dtype: "int32" } });
        for (const [name, width] of Object.entries(widths)) {
          keepRows(values[name], batch.frames, outputs[name].data as Float32Array, width);
        }
        onFrames?.((done += batch.frames.length));
      }
    } finally {
      await step.dispose();
    }
    return new ClipFeatures(widths, values);
  }

  /** The step inputs for the given frames of the given clips, each `[clips, frames, width]`. */
  inputsFor(clips: readonly Clip[], frameNumbers: readonly (readonly number[])[]) {
    const entries = Object.entries(this.widths).map(([name, width]) => {
      const data = gatherFrames(clips, frameNumbers, this.values[name], width);
      return [
        name,
        { data, shape: [clips.length, frameNumbers[0].length, width], dtype: "float32" as const },
      ];
    });
    return Object.fromEntries(entries) as Record<string, FeatureInput>;
  }

  /** The features of both sets; the clips must differ. */
  with(other: ClipFeatures): ClipFeatures {
    const merged = Object.keys(this.values).map((name) => [
      name,
      new Map([...this.values[name], ...other.values[name]]),
    ]);
    return new ClipFeatures(this.widths, Object.fromEntries(merged));
  }

  has(clips: ClipSet): boolean {
    return clips.clips.every(({ id }) => this.values.frameLogits.has(id));
  }
}

export interface ComputeOptions {
  readonly device?: DeviceName;
  /** Per operation on the CPU. */
  readonly threads?: number;
  readonly onFrames?: (done: number) => void;
  /** Awaited before each step; throws to end the work. */
  readonly beforeStep?: () => Promise<void>;
  readonly signal?: AbortSignal;
}

export interface FeatureInput {
  readonly data: Float32Array;
  readonly shape: number[];
  readonly dtype: "float32";
}

function widthsOf(model: Model): Record<string, number> {
  const widths = featureWidths(model);
  const emotions = model.labels.emotions.length;
  const levels = featureLevels.map((level) => [`features${level}`, widths[level]] as const);
  return { ...Object.fromEntries(levels), frameLogits: emotions, pseudoLabelLogits: emotions };
}

function featureStep(model: Model, inputs: Record<string, tf.Tensor>): Record<string, tf.Tensor> {
  const frames = unitPixels(inputs.frames);
  const bottom = bottomUp(model.context(), tf.expandDims(frames, 0));
  const flat = (x: tf.Tensor) => tf.squeeze(x, [0]);
  const features = featureLevels.map((level) => [`features${level}`, flat(bottom.features[level])]);
  return {
    ...Object.fromEntries(features),
    frameLogits: flat(bottom.frameLogits),
    pseudoLabelLogits: frameLogits(model.frozenContext(), frames),
  };
}

function keepRows(
  byClip: Map<string, Float32Array>,
  frames: readonly { readonly clip: Clip; readonly frame: number }[],
  rows: Float32Array,
  width: number,
): void {
  frames.forEach(({ clip, frame }, index) => {
    const ofClip = byClip.get(clip.id) ?? new Float32Array(clip.frameCount * width);
    ofClip.set(rows.subarray(index * width, (index + 1) * width), frame * width);
    byClip.set(clip.id, ofClip);
  });
}
