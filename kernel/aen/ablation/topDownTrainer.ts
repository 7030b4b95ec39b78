import * as tf from "@tensorflow/tfjs-core";
import { compile, type ArrayValue, type CompiledStep, type DeviceName } from "../../engine/compile.js";
import type { Clip } from "../data/clip.js";
import { plannedFrames } from "../data/clipBatches.js";
import type { ClipSet } from "../data/clipSet.js";
import { Random } from "../data/random.js";
import { sampleFrames } from "../data/sampling.js";
import type { LossTerm } from "../losses/lossTerm.js";
import type { ClipPrediction } from "../metrics/clipPrediction.js";
import { forwardFromFeatures } from "../model/forward.js";
import type { Model } from "../model/model.js";
import { isBottomUp } from "../model/parameterList.js";
import { Optimizer } from "../training/optimizer.js";
import { oneHot } from "../training/oneHot.js";
import { learningRateAt } from "../training/schedule.js";
import type { TrainPlan } from "../training/trainOptions.js";
import { compileFeatureStep, termPrefix } from "../training/trainingStep.js";
import type { ClipFeatures } from "../training/clipFeatures.js";

/** What the training of the top-down branch needs to know of a plan. */
export type TopDownPlan = Pick<
  TrainPlan,
  "epochs" | "batch" | "learningRate" | "schedule" | "sampling" | "balanced" | "seed"
>;

export interface TopDownOptions {
  readonly device?: DeviceName;
  /** Stands in for the engine's `compile`, e.g. to choose the number of threads. */
  readonly compile?: typeof compile;
}

export interface TopDownEpoch {
  /** Counted from 1. */
  readonly epoch: number;
  readonly epochs: number;
  /** Weighted sum of the terms, mean over the steps. */
  readonly loss: number;
  /** Each term before weighting, mean over the steps. */
  readonly terms: Readonly<Record<string, number>>;
}

export interface TopDownListener {
  /** Passed before each step; throws when the training shall end. */
  beforeStep?(): Promise<void>;
  afterEpoch?(epoch: TopDownEpoch): void | Promise<void>;
}

/**
 * Trains temporal encoders and top-down branch from {@link ClipFeatures}, again and again: the step is compiled
 * once, and weights of the loss terms enter it as inputs, so that arms which differ in weights, seed, sampling
 * or learning rate share one graph.
 */
export class TopDownTrainer {
  readonly #optimizer: Optimizer;
  readonly #step: CompiledStep;
  readonly #prediction: CompiledStep;

  /** @param model holds the weights in training; its bottom-up branch is not looked at */
  constructor(
    readonly model: Model,
    readonly terms: readonly LossTerm[],
    optimizer: TrainPlan["optimizer"],
    { device, compile: make = compile }: TopDownOptions = {},
  ) {
    const trained = [...model.variables].filter(([name, { trainable }]) => trainable && !isBottomUp(name));
    this.#optimizer = new Optimizer(optimizer, new Map(trained));
    const options = { model, optimizer: this.#optimizer, device, compile: make };
    this.#step = compileFeatureStep({ ...options, name: "top-down training", lossTerms: terms });
    const state = trained.map(([, variable]) => variable);
    this.#prediction = make((inputs) => predictionStep(model, inputs), {
      state,
      device,
      name: "top-down",
    });
  }

  /** The device that trains. */
  get device(): string {
    return this.#step.device;
  }

  /** Forgets the optimizer's momentum, as a fresh training must. */
  reset(): void {
    for (const slot of this.#optimizer.slots.values()) tf.tidy(() => slot.assign(tf.zeros(slot.shape)));
  }

  /**
   * Trains from the model's present weights. The same arguments and start weights give the same numbers.
   * @param weights of the terms by name; those of the terms themselves unless given
   */
  async train(
    features: ClipFeatures,
    clips: ClipSet,
    plan: TopDownPlan,
    weights: Readonly<Record<string, number>> = {},
    listener: TopDownListener = {},
  ): Promise<void> {
    let updates = 0;
    for (let epoch = 0; epoch < plan.epochs; epoch++) {
      const sums = new Map<string, number>();
      const batches = this.#batches(clips, plan, epoch);
      for (const [index, batch] of batches.entries()) {
        await listener.beforeStep?.();
        const passed = epoch + index / batches.length;
        const rate = learningRateAt(plan.schedule, plan.learningRate, passed, plan.epochs);
        const outputs = await this.#step.run({
          ...features.inputsFor(batch.clips, batch.frameNumbers),
          labels: oneHot(batch.labels, clips.labels.emotions.length),
          ...this.#optimizer.scalars(++updates, rate),
          ...this.#weightInputs(weights),
        });
        addTo(sums, outputs);
      }
      const means = Object.fromEntries([...sums].map(([name, sum]) => [name, sum / batches.length]));
      await listener.afterEpoch?.(epochOf(means, epoch, plan.epochs));
    }
  }

  /** What the network says of clips whose features are there. */
  async predict(features: ClipFeatures, clips: ClipSet, plan: TopDownPlan): Promise<ClipPrediction[]> {
    const { frames } = this.model.configuration;
    const random = new Random(plan.seed, "test");
    const predictions: ClipPrediction[] = [];
    for (let start = 0; start < clips.length; start += plan.batch) {
      const part = clips.clips.slice(start, start + plan.batch);
      const filled = Array.from({ length: plan.batch }, (_, row) => part[row % part.length]);
      const numbers = filled.map(({ frameCount }) =>
        sampleFrames(frameCount, { mode: "test", sampling: plan.sampling, frames }, random),
      );
      const inputs = features.inputsFor(filled, numbers);
      const outputs = { ...inputs, ...(await this.#prediction.run(withoutPseudoLabels(inputs))) };
      predictions.push(...part.map((clip, row) => predictionOf(clip, numbers[row], row, outputs)));
    }
    return predictions;
  }

  /** Brings the trained weights into the model. */
  async sync(): Promise<void> {
    await this.#step.sync();
  }

  async dispose(): Promise<void> {
    await Promise.all([this.#step.dispose(), this.#prediction.dispose()]);
    this.#optimizer.dispose();
  }

  #weightInputs(weights: Readonly<Record<string, number>>): Record<string, number> {
    return Object.fromEntries(
      this.terms.map(({ name, weight }) => [`weight/${name}`, weights[name] ?? weight]),
    );
  }

  /** The clips of an epoch in the order and with the frames that its seed draws. */
  #batches(clips: ClipSet, { seed, sampling, balanced, batch }: TopDownPlan, epoch: number) {
    const { frames } = this.model.configuration;
    const size = Math.min(batch, clips.length);
    const settings = { mode: "train", batch: size, frames, seed, sampling, balanced, epoch } as const;
    return plannedFrames(clips, settings).map(({ clips: drawn, frameNumbers }) => ({
      ...{ clips: drawn, frameNumbers },
      labels: Int32Array.from(drawn, ({ label }) => label ?? -1),
    }));
  }
}

function addTo(sums: Map<string, number>, outputs: Readonly<Record<string, ArrayValue>>): void {
  for (const [name, { data }] of Object.entries(outputs)) {
    if (!Number.isFinite(data[0])) {
      const what = name.startsWith(termPrefix)
        ? `The loss term "${name.slice(termPrefix.length)}"`
        : "The loss";
      throw new RangeError(`${what} is no finite number any more; a smaller learningRate usually helps.`);
    }
    sums.set(name, (sums.get(name) ?? 0) + data[0]);
  }
}

function epochOf(means: Record<string, number>, epoch: number, epochs: number): TopDownEpoch {
  const terms = Object.entries(means).filter(([name]) => name.startsWith(termPrefix));
  const named = terms.map(([name, value]) => [name.slice(termPrefix.length), value]);
  return { epoch: epoch + 1, epochs, loss: means.loss, terms: Object.fromEntries(named) };
}

function predictionStep(model: Model, inputs: Record<string, tf.Tensor>): Record<string, tf.Tensor> {
  const features = { 0: inputs.features0, 1: inputs.features1, 3: inputs.features3 };
  const bottom = { features, frameLogits: inputs.frameLogits };
  const { logProbabilities, frameAttention } = forwardFromFeatures(model.context(), bottom);
  const { clip, group, emotion } = logProbabilities;
  return { clip, group, emotion, frameAttention };
}

function withoutPseudoLabels<Value>(inputs: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== "pseudoLabelLogits"));
}

function predictionOf(
  clip: Clip,
  frameNumbers: readonly number[],
  row: number,
  outputs: Readonly<Record<string, Pick<ArrayValue, "data" | "shape">>>,
): ClipPrediction {
  const rowOf = (name: string): number[] => {
    const { data, shape } = outputs[name];
    const width = shape.slice(1).reduce((a, b) => a * b, 1);
    return Array.from(data.subarray(row * width, (row + 1) * width));
  };
  const byFrame = (name: string) => {
    const values = rowOf(name);
    const width = values.length / frameNumbers.length;
    return frameNumbers.map((_, frame) => values.slice(frame * width, (frame + 1) * width));
  };
  return {
    clip: clip.id,
    label: clip.label,
    frameNumbers,
    clipLogProbabilities: rowOf("clip"),
    sentimentLogProbabilities: rowOf("group"),
    emotionLogProbabilities: rowOf("emotion"),
    frameAttention: rowOf("frameAttention"),
    frameLogits: byFrame("frameLogits"),
    pseudoLabelLogits: byFrame("pseudoLabelLogits"),
  };
}
