import * as tf from "@tensorflow/tfjs-core";
import { compile } from "../../engine/compile.js";
import type { CompiledStep, DeviceName } from "../../engine/contract.js";
import { workUntil } from "../host/cancellation.js";
import type { ClipBatch } from "../batches/clipBatch.js";
import { clipBatches } from "../batches/clipBatches.js";
import type { ClipSet } from "../clips/clipSet.js";
import { someWithoutFace } from "../clips/framesWithFace.js";
import type { MappedClips } from "../clips/mapLabels.js";
import type { FrameOrder, FrameSampling } from "../batches/sampling.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import { frameLogits } from "../model/bottomUpBranch.js";
import { readsFaces } from "../model/configuration.js";
import { forward, type NetworkOutputs } from "../model/forward.js";
import type { Model } from "../model/model.js";
import { withPeople } from "../../metrics/people.js";
import { personOf } from "../clips/personOf.js";
import { predictionOf, withLabelsOf } from "./clipPredictions.js";
import { faceInput } from "./faceInput.js";
import { IdlePredictors } from "./idlePredictors.js";
import { requireSameLabels } from "./requireSameLabels.js";
import { trainingDefaults } from "./trainOptions.js";
import { facesOf, unitPixels } from "./trainingStep.js";

export interface PredictOptions {
  /** Clips per step. @default 16 */
  readonly batch?: number;
  readonly device?: DeviceName;
  /** How frames are chosen; by default as in the model's preset. */
  readonly sampling?: FrameSampling;
  /** The order in which the network gets a clip's frames. @default "in time"; of a run as it was trained */
  readonly frameOrder?: FrameOrder;
  readonly signal?: AbortSignal;
  /** Called after each step with the number of clips done and the total. */
  readonly onProgress?: (done: number, of: number) => void;
}

const idle = new IdlePredictors<Predictor>(4);

/** Runs a model on clips in evaluation mode; follows the model as its weights change and its frame model is frozen. */
export class Predictor {
  #step: CompiledStep | null = null;
  /** The frozen frame model that the step was compiled with. */
  #frozen: Model["frozenVariables"] = null;

  /** @param threads per operation on the CPU */
  constructor(
    readonly model: Model,
    readonly device: DeviceName = "auto",
    readonly threads?: number,
  ) {}

  /**
   * The network's prediction for every clip, in the order of the set.
   * @throws RangeError when the label set of the clips differs from the model's
   */
  async predict(clips: ClipSet, options: Omit<PredictOptions, "device"> = {}): Promise<ClipPrediction[]> {
    requireSameLabels(this.model, clips);
    return this.#used(options.signal, (signal) => this.#predict(clips, { ...options, signal }));
  }

  /** As {@link predict}, for clips of another data set; the predictions have their labels in the model's emotions. */
  async predictMapped(
    { source, clips }: Pick<MappedClips, "source" | "clips">,
    options: Omit<PredictOptions, "device"> = {},
  ): Promise<ClipPrediction[]> {
    requireSameLabels(this.model, clips);
    const predict = (signal?: AbortSignal) => this.#predict(source, { ...options, signal });
    const predictions = await this.#used(options.signal, predict); // of the clips whose frames are cached
    return withLabelsOf(predictions, clips);
  }

  async #predict(clips: ClipSet, options: Omit<PredictOptions, "device">): Promise<ClipPrediction[]> {
    const { batch = 16, frameOrder, signal, onProgress } = options;
    const { frames, size, preset } = this.model.configuration;
    const { sampling = trainingDefaults[preset].sampling } = options;
    const predictions: ClipPrediction[] = [];
    const marked = readsFaces(this.model.configuration) && someWithoutFace(clips);
    const step = await this.#stepOfNow();
    const settings = {
      batch: Math.max(1, Math.min(batch, clips.length)),
      frames,
      size,
      sampling,
      frameOrder,
      signal,
      mode: "test",
    } as const;
    for await (const part of clipBatches(clips, settings)) {
      signal?.throwIfAborted();
      const { data, shape } = padded(part, settings.batch);
      const faces = marked && { frameHasFace: faceInput(part, settings.batch) };
      const outputs = await step.run({ frames: { data, shape, dtype: "int32" }, ...faces });
      predictions.push(
        ...part.clips.map((clip, row) => predictionOf(clip, part.frameNumbers[row], row, outputs)),
      );
      onProgress?.(predictions.length, clips.length);
    }
    return withPeople(predictions, clips.clips.map(personOf));
  }

  /** Closes the compiled step; a later prediction compiles another. */
  async dispose(): Promise<void> {
    idle.forget(this);
    const step = this.#step;
    this.#step = null;
    await step?.dispose();
  }

  async #used<T>(signal: AbortSignal | undefined, work: (signal?: AbortSignal) => Promise<T>): Promise<T> {
    return idle.during(this, () => workUntil(signal, work));
  }

  /** The compiled step has the frozen frame model's logits only if there was one: it is compiled again for a new one. */
  async #stepOfNow(): Promise<CompiledStep> {
    const { model, device } = this;
    if (this.#frozen !== model.frozenVariables) await this.dispose();
    this.#frozen = model.frozenVariables;
    return (this.#step ??= compilePrediction(model, device, this.threads));
  }
}

function compilePrediction(model: Model, device: DeviceName, threads?: number): CompiledStep {
  const state = [...model.variables.values(), ...(model.frozenVariables?.values() ?? [])];
  return compile((inputs) => predictionStep(model, inputs), { state, device, threads, name: "prediction" });
}

function predictionStep(model: Model, inputs: Record<string, tf.Tensor>): Record<string, tf.Tensor> {
  const frames = unitPixels(inputs.frames);
  const pseudoLabelLogits = frozenLogits(model, frames);
  const given = { ...(pseudoLabelLogits && { pseudoLabelLogits }), ...facesOf(inputs) };
  const outputs = forward(model.context(), frames, given);
  return {
    ...headsOf(outputs),
    frameLogits: outputs.frameLogits,
    ...(pseudoLabelLogits && { pseudoLabelLogits }),
  };
}

function frozenLogits(model: Model, frames: tf.Tensor): tf.Tensor | undefined {
  if (!model.frozenVariables) return undefined;
  const [batch, count, ...image] = frames.shape;
  const flat = frameLogits(model.frozenContext(), tf.reshape(frames, [batch * count, ...image]));
  return tf.reshape(flat, [batch, count, -1]);
}

/** The outputs that a prediction is made of, those that the network has. */
export function headsOf({
  logProbabilities,
  frameAttention,
}: Pick<NetworkOutputs, "logProbabilities" | "frameAttention">): Record<string, tf.Tensor> {
  return { ...logProbabilities, ...(frameAttention && { frameAttention }) };
}

/** Pads the last batch of a set with black frames, so that one compiled step fits all. */
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
