import * as tf from "@tensorflow/tfjs-core";
import { compile } from "../../engine/compile.js";
import type { CompiledStep, DeviceName } from "../../engine/contract.js";
import type { ClipSet } from "../clips/clipSet.js";
import { someWithoutFace } from "../clips/framesWithFace.js";
import { Random } from "../../random/random.js";
import { sampleFrames } from "../batches/sampling.js";
import type { LossTerm } from "../losses/lossTerm.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import { clipModelOf } from "../model/clipModel.js";
import { readsFaces } from "../model/configuration.js";
import { forwardFromFeatures } from "../model/forward.js";
import type { Model } from "../model/model.js";
import { isBottomUp } from "../model/parameterList.js";
import type { ClipFeatures } from "./clipFeatures.js";
import { withPeople } from "../../metrics/people.js";
import { personOf } from "../clips/personOf.js";
import { predictionOf } from "./clipPredictions.js";
import { headsOf } from "./predictor.js";
import { faceInput } from "./faceInput.js";
import { featureFeeds } from "./featureFeeds.js";
import { requireFiniteWeights } from "./divergedError.js";
import { startOf, type LoopState } from "./loopState.js";
import { Optimizer } from "./optimizer.js";
import { runPhase, type PhaseListener } from "./phaseLoop.js";
import type { TrainPlan } from "./trainOptions.js";
import { compileFeatureStep, facesOf } from "./trainingStep.js";

/** The parts of a plan that training the top-down branch needs. */
export type TopDownPlan = Pick<
  TrainPlan,
  "epochs" | "batch" | "learningRate" | "schedule" | "sampling" | "frameOrder" | "balanced" | "seed"
>;

export interface TopDownOptions {
  readonly device?: DeviceName;
  /** Replaces the engine's `compile`, e.g. to choose the number of threads. */
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
  /** Awaited before each step; throws to end the training. */
  beforeStep?(): Promise<void>;
  afterEpoch?(epoch: TopDownEpoch): void | Promise<void>;
}

/**
 * Trains temporal encoders and top-down branch from {@link ClipFeatures}, any number of times: the step is compiled
 * once, with the weights of the loss terms as inputs, so that arms that differ in weights, seed, sampling or learning
 * rate share one graph.
 */
export class TopDownTrainer {
  readonly #optimizer: Optimizer;
  readonly #step: CompiledStep;
  readonly #prediction: CompiledStep;

  /** @param model holds the weights in training; its bottom-up branch is not used */
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

  /** The device used for training. */
  get device(): string {
    return this.#step.device;
  }

  /** Whether the network has weights beyond the bottom-up branch; a vote of frames has none to train. */
  get learns(): boolean {
    return clipModelOf(this.model.configuration).learnsFromClips;
  }

  /** Resets the optimizer's momentum, as a new training must. */
  reset(): void {
    for (const slot of this.#optimizer.slots.values()) tf.tidy(() => slot.assign(tf.zeros(slot.shape)));
  }

  /**
   * Trains from the model's current weights. The same arguments and start weights give the same numbers.
   * @param weights of the terms by name; by default the terms' own weights
   */
  async train(
    features: ClipFeatures,
    clips: ClipSet,
    plan: TopDownPlan,
    weights: Readonly<Record<string, number>> = {},
    listener: TopDownListener = {},
  ): Promise<void> {
    const { epochs, learningRate, schedule } = plan;
    const feeds = featureFeeds(this.model, clips, plan, features, this.#weightInputs(weights));
    const work = { epochs, learningRate, schedule, optimizer: this.#optimizer, step: this.#step, ...feeds };
    const checkWeights = (state: LoopState) => requireFiniteWeights(this.model, state);
    await runPhase(work, startOf("training"), { ...hearingEpochs(listener), checkWeights });
  }

  /** The network's predictions for clips whose features are given. */
  async predict(features: ClipFeatures, clips: ClipSet, plan: TopDownPlan): Promise<ClipPrediction[]> {
    const { frames } = this.model.configuration;
    const { sampling, frameOrder } = plan;
    const random = new Random(plan.seed, "test");
    const predictions: ClipPrediction[] = [];
    const marked = readsFaces(this.model.configuration) && someWithoutFace(clips);
    for (let start = 0; start < clips.length; start += plan.batch) {
      const part = clips.clips.slice(start, start + plan.batch);
      const filled = Array.from({ length: plan.batch }, (_, row) => part[row % part.length]);
      const numbers = filled.map(({ frameCount }) =>
        sampleFrames(frameCount, { mode: "test", sampling, frames, frameOrder }, random),
      );
      const faces = marked && { frameHasFace: faceInput({ clips: filled, frameNumbers: numbers }) };
      const inputs = { ...features.inputsFor(filled, numbers), ...faces };
      const outputs = {
        ...inputs,
        ...(await this.#prediction.run(this.learns ? withoutPseudoLabels(inputs) : inputs)),
      };
      predictions.push(...part.map((clip, row) => predictionOf(clip, numbers[row], row, outputs)));
    }
    return withPeople(predictions, clips.clips.map(personOf));
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
}

/** Forwards what the listener wants from a phase: the start of each step and the end of each epoch. */
function hearingEpochs({ beforeStep, afterEpoch }: TopDownListener): PhaseListener {
  let ended: TopDownEpoch | undefined;
  return {
    emit: (event) => {
      if (event.type !== "epoch") return;
      const { epoch, epochs, loss, terms } = event;
      ended = { epoch, epochs, loss, terms };
    },
    beforeStep: async () => beforeStep?.(),
    afterStep: async (_state, epochEnded) => {
      if (epochEnded) await afterEpoch?.(ended!);
    },
  };
}

function predictionStep(model: Model, inputs: Record<string, tf.Tensor>): Record<string, tf.Tensor> {
  const features = { 0: inputs.features0, 1: inputs.features1, 3: inputs.features3 };
  const { frameLogits, pseudoLabelLogits } = inputs;
  const given = { ...(pseudoLabelLogits && { pseudoLabelLogits }), ...facesOf(inputs) };
  const bottom = { features, frameLogits, ...given };
  return headsOf(forwardFromFeatures(model.context(), bottom));
}

/** Only a vote of frames reads the frame model's logits to predict. */
function withoutPseudoLabels<Value>(inputs: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== "pseudoLabelLogits"));
}
