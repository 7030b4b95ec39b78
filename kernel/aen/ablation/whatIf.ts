import { type ComputedPoint, pointPayload, whatIfBundleOf } from "./whatIfBundle.js";
import { randomUUID } from "node:crypto";
import { workUntil } from "../host/cancellation.js";
import type { ClipSet } from "../clips/clipSet.js";
import type { LossTerm } from "../losses/lossTerm.js";
import { reportedBeta } from "../../metrics/fusion.js";
import { percent } from "../../metrics/percent.js";
import { Evaluation } from "../results/evaluation.js";
import { keepForViews } from "../results/framesForViews.js";
import type { Model, Weights } from "../model/model.js";
import type { Run } from "../training/run.js";
import type { TrainPlan } from "../training/trainOptions.js";
import { displayMethod, type MimeBundle } from "../../contracts/mimeBundle.js";
import { ClipFeatures } from "../training/clipFeatures.js";
import { StepGate } from "../training/stepGate.js";
import { TopDownTrainer } from "../training/topDownTrainer.js";
import { answerViewRequests } from "../host/viewRequests.js";
import { messageOf } from "../../contracts/messageOf.js";

export interface WhatIfOptions {
  /** Epochs of retraining after each change. @default 3 */
  readonly epochs?: number;
  /** @default a third of the run's */
  readonly learningRate?: number;
  /** The initial beta for fusing clip and emotion scores. @default 0.3 */
  readonly beta?: number;
  readonly signal?: AbortSignal;
}

/** What ends a retraining, and who hears of its progress. */
interface Retraining {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

/**
 * What would the network predict if a loss term counted more or less? Features of the trained bottom-up branch are
 * kept; changing a weight retrains the temporal encoders and the top-down branch from the run's final state, which
 * takes seconds. Every change starts from that same state with the same seed, so the order of changes does not matter
 * and the same weights give the same answer.
 */
export class WhatIf {
  readonly id = randomUUID();
  /** All settings computed so far, starting with the run as it is. */
  readonly points: ComputedPoint[] = [];
  readonly #trainer: TopDownTrainer;
  readonly #start: Weights;
  readonly #hearNoMore: () => void;
  #queue: Promise<unknown> = Promise.resolve();
  #newest = 0;
  #disposal: Promise<void> | null = null;

  private constructor(
    readonly run: Run,
    readonly clips: ClipSet,
    readonly features: ClipFeatures,
    readonly beta: number,
    readonly training: TrainPlan,
    model: Model,
  ) {
    this.#start = model.weights();
    this.#trainer = new TopDownTrainer(model, run.plan.loss, training.optimizer, training);
    this.#hearNoMore = answerViewRequests(this.id, (request, reply) => {
      if (request.type === "what-if") void this.#answer(request.request, request.weights, reply);
    });
  }

  static begin(run: Run, clips: ClipSet, options: WhatIfOptions = {}): Promise<WhatIf> {
    return workUntil(options.signal, (signal) => WhatIf.#begin(run, clips, { ...options, signal }));
  }

  static async #begin(run: Run, clips: ClipSet, options: WhatIfOptions): Promise<WhatIf> {
    const { epochs = 3, learningRate = run.plan.learningRate / 3, beta = reportedBeta, signal } = options;
    const model = run.model.copy();
    const all = [...run.clips.clips, ...clips.clips.filter(({ id }) => !run.clips.find(id))];
    const features = await ClipFeatures.compute(model, all, { device: run.plan.device, signal });
    const batch = Math.min(run.plan.batch, run.clips.length);
    const schedule = { kind: "constant" } as const;
    const training: TrainPlan = { ...run.plan, epochs, learningRate, schedule, batch };
    const whatIf = new WhatIf(run, clips, features, beta, training, model);
    await whatIf.#first();
    return whatIf;
  }

  /** The loss terms that have a slider, with the weights of the run. */
  get terms(): readonly LossTerm[] {
    return this.run.plan.loss;
  }

  /**
   * Retrains with new weights of some terms; the others keep the run's.
   * @throws RangeError for a name that no term has or a weight below 0; Error after {@link dispose}
   */
  async at(weights: Readonly<Record<string, number>>): Promise<Evaluation> {
    const checked = this.#checked(weights);
    const { predictions } = await workUntil(undefined, (signal) => this.#computed(checked, { signal }));
    return new Evaluation(this.clips, predictions, this.beta);
  }

  /** The settings as code that trains with them from the start. */
  codeFor(weights: Readonly<Record<string, number>>): string {
    const changed = this.terms.filter(
      ({ name, weight }) => weights[name] !== undefined && weights[name] !== weight,
    );
    const entries = changed.map(({ name }) => `${JSON.stringify(name)}: ${weights[name]}`).join(", ");
    return `const changed = await aen.train(run.initialModel, run.clips, { epochs: run.plan.epochs, loss: aen.withWeights(run.plan.loss, { ${entries} }) });`;
  }

  /**
   * Frees the memory of network and features once the current retraining has ended. Computed results are kept; sliders
   * moved afterwards are told that new settings are no longer computed.
   */
  dispose(): Promise<void> {
    return (this.#disposal ??= this.#dispose());
  }

  async #dispose(): Promise<void> {
    this.#hearNoMore();
    await this.#queue.catch(() => {});
    await this.#trainer.dispose();
    this.#trainer.model.dispose();
  }

  toString(): string {
    const rows = this.points.map(({ weights, predictions, seconds }) => {
      const { uar, sentimentUar, groupUar } = new Evaluation(this.clips, predictions, this.beta);
      const changed = this.terms.filter(({ name, weight }) => weights[name] !== weight);
      const words = changed.map(({ name }) => `${name} x ${weights[name]}`).join(", ") || "the run as it is";
      return `${words}: UAR ${percent(uar)}, sentiment UAR ${percent(sentimentUar)} (own head), ${percent(groupUar)} (group of the emotion), ${seconds.toFixed(1)} s`;
    });
    return ["What if? Computed settings:", ...rows].join("\n");
  }

  [displayMethod](): Promise<MimeBundle> {
    return whatIfBundleOf(this);
  }

  async #first(): Promise<void> {
    const began = performance.now();
    const predictions = await this.#trainer.predict(this.features, this.clips, this.training);
    const weights = Object.fromEntries(this.terms.map(({ name, weight }) => [name, weight]));
    this.points.push({ weights, predictions, seconds: (performance.now() - began) / 1000 });
  }

  #checked(weights: Readonly<Record<string, number>>): Record<string, number> {
    for (const [name, weight] of Object.entries(weights)) {
      if (!this.terms.some((term) => term.name === name)) {
        const known = this.terms.map((term) => `"${term.name}"`).join(", ");
        throw new RangeError(`There is no loss term "${name}"; the terms are ${known}.`);
      }
      if (!Number.isFinite(weight) || weight < 0) {
        throw new RangeError(`The weight of "${name}" must be a number of 0 or more, got ${weight}.`);
      }
    }
    return Object.fromEntries(this.terms.map(({ name, weight }) => [name, weights[name] ?? weight]));
  }

  /** One retraining at a time; settings already computed are answered at once. */
  async #computed(weights: Record<string, number>, listener: Retraining): Promise<ComputedPoint> {
    if (this.#disposal) throw new Error("This what-if was disposed of. Run its cell again to continue.");
    const key = JSON.stringify(weights);
    const result = this.#queue.then(async () => {
      const known = this.points.find((point) => JSON.stringify(point.weights) === key);
      return known ?? this.#retrain(weights, listener);
    });
    this.#queue = result.catch(() => {});
    return result;
  }

  async #retrain(
    weights: Record<string, number>,
    { signal, onProgress }: Retraining,
  ): Promise<ComputedPoint> {
    const began = performance.now();
    const gate = new StepGate(signal);
    this.#trainer.model.setWeights(this.#start);
    this.#trainer.reset();
    await this.#trainer.train(this.features, this.run.clips, this.training, weights, {
      beforeStep: () => gate.pass(),
      afterEpoch: ({ epoch, epochs }) => onProgress?.(epoch / epochs),
    });
    const predictions = await this.#trainer.predict(this.features, this.clips, this.training);
    const point = { weights, predictions, seconds: (performance.now() - began) / 1000 };
    this.points.push(point);
    return point;
  }

  /** Answers a slider; a setting superseded by a newer one before its turn is not computed. */
  async #answer(
    request: string,
    weights: Readonly<Record<string, number>>,
    reply: (message: unknown) => void,
  ): Promise<void> {
    const tell = (content: object) => reply({ type: "what-if", request, ...content });
    try {
      const checked = this.#checked(weights);
      const number = ++this.#newest;
      await this.#queue.catch(() => {});
      if (number < this.#newest) return tell({ message: "Superseded by newer settings." });
      const point = await this.#computed(checked, { onProgress: (progress) => tell({ progress }) });
      keepForViews({ clips: this.clips, predictions: point.predictions });
      tell({ point: pointPayload(this, point) });
    } catch (error) {
      tell({ message: messageOf(error) });
    }
  }
}

/**
 * Sliders for the weights of the loss terms (and beta): moving one retrains the top-down branch from cached features,
 * within seconds.
 * @param run a finished run
 * @param clips labelled clips for which to show the result
 * @example await aen.whatIf(run, test)
 */
export function whatIf(run: Run, clips: ClipSet, options: WhatIfOptions = {}): Promise<WhatIf> {
  return WhatIf.begin(run, clips, options);
}
