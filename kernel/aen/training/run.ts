import { randomBytes } from "node:crypto";
import type { Clip } from "../data/clip.js";
import { ClipSet } from "../data/clipSet.js";
import type { ClipPrediction } from "../metrics/clipPrediction.js";
import { ClipTimeline } from "../metrics/clipTimeline.js";
import { Evaluation } from "../metrics/evaluation.js";
import { reportedBeta } from "../metrics/fusion.js";
import type { Model } from "../model/model.js";
import { displayMethod, type MimeBundle } from "../views/mimeBundle.js";
import { trainingBoardView } from "../views/trainingBoard.js";
import type { EndEvent, EpochEvent, TrainingEvent, TrainingEventBody } from "./events.js";
import { predictFrames, spreadFrames } from "./predictFrames.js";
import { Predictor, type PredictOptions } from "./predictor.js";
import { runText } from "./runText.js";
import type { StepGate } from "./stepGate.js";
import { trainingBoardOf } from "./trainingBoard.js";
import type { TrainPlan } from "./trainOptions.js";

/** How a run stands. */
export type RunState = "running" | "paused" | EndEvent["state"];

/**
 * One training: its settings, its events, its model. It can be watched with `for await (const event of run)`,
 * from the first event on whenever one starts, and steered while it runs; each command takes effect within one
 * step.
 */
export class Run implements AsyncIterable<TrainingEvent> {
  readonly started = new Date();
  /** All events so far. */
  readonly events: TrainingEvent[] = [];
  readonly #listeners = new Set<(event: TrainingEvent) => void>();
  readonly #evaluationListeners = new Set<(predictions: readonly ClipPrediction[]) => void>();
  #waiting: (() => void)[] = [];
  #predictor: Predictor | null = null;

  /** @param gate what the training loop passes before each step */
  constructor(
    /** Sorts by time; also the name of the folder of the run's record. */
    readonly id: string,
    /** The model in training; after the end the trained one. */
    readonly model: Model,
    /** The model as it was given, untouched. */
    readonly initialModel: Model,
    /** The clips that it learns from. */
    readonly clips: ClipSet,
    readonly plan: TrainPlan,
    /** The folder of the run's record; null when none is kept. */
    readonly folder: string | null,
    readonly gate: StepGate,
  ) {}

  /**
   * A model as it stood between pretraining and the first clip: start weights, pretrained bottom-up branch and
   * frozen frame model. Another training of it repeats the clip phase only. The caller disposes of it.
   * @throws Error while the run has not pretrained its bottom-up branch yet
   */
  pretrainedModel(): Model {
    const model = this.initialModel.copy();
    if (model.frozenVariables) return model;
    if (!this.model.frozenVariables) throw new Error("The run has not pretrained its bottom-up branch yet.");
    const frozen = [...this.model.weights()].filter(([name]) => name.startsWith("frozen."));
    const branch = frozen.map(([name, values]) => [name.slice("frozen.".length), values] as const);
    model.setWeights(new Map([...branch, ...frozen]), { partial: true });
    return model;
  }

  get state(): RunState {
    const last = this.events.at(-1);
    if (last?.type === "end") return last.state;
    return this.gate.paused ? "paused" : "running";
  }

  /** The epochs so far, pretraining included. */
  get epochs(): EpochEvent[] {
    return this.events.filter((event): event is TrainingEvent & EpochEvent => event.type === "epoch");
  }

  /** The epoch with the best validation UAR, counted from 1; null without validation. */
  get bestEpoch(): number | null {
    const best = this.epochs.findLast((event) => event.best && event.phase === "training");
    return best?.epoch ?? null;
  }

  /** Holds the training before its next step. */
  pause(): void {
    this.gate.pause();
  }

  /** Lets a paused training go on. */
  resume(): void {
    this.gate.resume();
  }

  /** Ends the training after its present step; the weights so far stay, and the run can be resumed from its record. */
  stop(): void {
    this.gate.stop();
  }

  /** Calls back with every event from now on. @returns what takes the listener away */
  onEvent(listener: (event: TrainingEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * How the model does on clips.
   * @throws RangeError when the clips have another label set than the model
   */
  async evaluate(
    clips: ClipSet,
    options: PredictOptions & { readonly beta?: number } = {},
  ): Promise<Evaluation> {
    requireSameLabels(this.model, clips);
    const { sampling, batch } = this.plan;
    const predictions = await this.#predictorOn(options.device).predict(clips, {
      sampling,
      batch,
      ...options,
    });
    for (const listener of this.#evaluationListeners) listener(predictions);
    return new Evaluation(clips, predictions, options.beta);
  }

  /** Calls back with the predictions of every evaluation. */
  onEvaluated(listener: (predictions: readonly ClipPrediction[]) => void): void {
    this.#evaluationListeners.add(listener);
  }

  /**
   * A clip frame by frame, labelled or not: a video of one's own, say.
   * @param options.frames the most frames to look at, evenly spread over the clip. @default 48
   */
  async timeline(
    clip: Clip,
    {
      frames = 48,
      beta = reportedBeta,
      ...options
    }: PredictOptions & { frames?: number; beta?: number } = {},
  ): Promise<ClipTimeline> {
    const { labels } = this.model;
    const numbers = spreadFrames(clip.frameCount, frames);
    const { sampling } = this.plan;
    const predictor = this.#predictorOn(options.device);
    const prediction = await predictFrames(predictor, new ClipSet([clip], labels), numbers, {
      sampling,
      ...options,
    });
    return new ClipTimeline(clip, prediction, labels, beta);
  }

  #predictorOn(device = this.plan.device): Predictor {
    return (this.#predictor ??= new Predictor(this.model, device));
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<TrainingEvent> {
    for (let index = 0; ; index += 1) {
      while (index >= this.events.length) {
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
      }
      yield this.events[index];
      if (this.events[index].type === "end") return;
    }
  }

  /** Adds an event; for the training loop. */
  emit(body: TrainingEventBody): void {
    const seconds = (Date.now() - this.started.getTime()) / 1000;
    const event: TrainingEvent = { ...body, seconds };
    this.events.push(event);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
    for (const listener of this.#listeners) listener(event);
  }

  /** Frees the memory of the model. */
  async dispose(): Promise<void> {
    await this.#predictor?.dispose();
    this.model.dispose();
  }

  toString(): string {
    return runText(this);
  }

  async [displayMethod](): Promise<MimeBundle> {
    const board = await trainingBoardView(trainingBoardOf(this));
    return { ...board, "text/plain": this.toString() };
  }
}

/** A name for a run that sorts by time. */
export function newRunId(now: Date = new Date()): string {
  const time = now.toISOString().slice(0, 19).replaceAll(":", "-");
  return `${time}-${randomBytes(2).toString("hex")}`;
}

/** @throws RangeError when the clips have another label set than the model */
export function requireSameLabels(model: Model, clips: ClipSet): void {
  const own = model.labels;
  const theirs = clips.labels;
  if (own === theirs) return;
  const same = own.emotions.join() === theirs.emotions.join() && own.groupOf.join() === theirs.groupOf.join();
  if (same) return;
  throw new RangeError(
    `The model tells ${own.emotions.join(", ")} apart, the clips are labelled ${theirs.emotions.join(", ")}. ` +
      `Make the model with { labels: clips.labels }.`,
  );
}
