import { randomBytes } from "node:crypto";
import type { DeviceName } from "../../engine/contract.js";
import type { Clip } from "../clips/clip.js";
import { clipInLabels } from "../clips/clipInLabels.js";
import { ClipSet } from "../clips/clipSet.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import { ClipTimeline } from "../results/clipTimeline.js";
import { Evaluation } from "../results/evaluation.js";
import { mappedEvaluation } from "../results/mappedEvaluation.js";
import { reportedBeta } from "../../metrics/fusion.js";
import type { ModelConfiguration } from "../model/configuration.js";
import { Model } from "../model/model.js";
import { ModelCard } from "../model/card/modelCard.js";
import { isBottomUp } from "../model/parameterList.js";
import { remark } from "../host/remark.js";
import { tellListeners } from "../host/tellListeners.js";
import { configurationOf } from "../model/presets.js";
import { displayMethod, type MimeBundle } from "../../contracts/mimeBundle.js";
import { trainingBoardView } from "../../figures/bundles/trainingBoard.js";
import type { EpochEvent, TrainingEvent, TrainingEventBody } from "../../contracts/runs/trainingEvents.js";
import type { LastEvaluation } from "./card/evaluationFigures.js";
import { factsOfRun } from "./card/factsOfRun.js";
import { type EvaluateOptions, mappedFor } from "./evaluateOptions.js";
import { predictFrames, spreadFrames } from "./predictFrames.js";
import { isFit } from "./isFit.js";
import { Predictor, type PredictOptions } from "./predictor.js";
import type { RunSoFar, RunState } from "./runSoFar.js";
import { runText } from "./runText.js";
import { seenBefore } from "./seenBefore.js";
import type { StepGate } from "./stepGate.js";
import { trainingBoardOf } from "../../figures/trainingBoard/boardOfRun.js";
import type { TrainPlan } from "./trainOptions.js";

/**
 * One training: its settings, its events, its model. It can be watched with `for await (const event of run)`, which
 * always begins with the first event, and steered while it runs; each command takes effect within one step.
 */
export class Run implements RunSoFar, AsyncIterable<TrainingEvent> {
  readonly started = new Date();
  /** All events so far. */
  readonly events: TrainingEvent[] = [];
  readonly #listeners = new Set<(event: TrainingEvent) => void>();
  readonly #evaluationListeners = new Set<(predictions: readonly ClipPrediction[]) => void>();
  #waiting: (() => void)[] = [];
  readonly #predictors = new Map<DeviceName, Predictor>();
  #evaluated: LastEvaluation | null = null;
  readonly #remarkedOn = new WeakSet<ClipSet>();

  /** @param gate the gate that the training loop passes before each step */
  constructor(
    /** Sorts by time; also the name of the run's record folder. */
    readonly id: string,
    /** The model in training; once the run has ended, the trained model. */
    readonly model: Model,
    /** The model as given, unchanged. */
    readonly initialModel: Model,
    /** The training clips. */
    readonly clips: ClipSet,
    readonly plan: TrainPlan,
    /** The folder of the run's record; null when none is kept. */
    readonly folder: string | null,
    readonly gate: StepGate,
  ) {}

  /**
   * The model as it was between pretraining and the first clip: start weights, pretrained bottom-up branch and frozen
   * frame model. Training it again repeats only the clip phase. The caller must dispose of it.
   * @param changes another `clipModel`: a baseline that shares the pretrained bottom-up branch and the frame model
   * @throws Error until the run has pretrained its bottom-up branch
   */
  pretrainedModel(changes: Pick<ModelConfiguration, "clipModel"> = {}): Model {
    const model = withClipModel(this.initialModel, changes);
    if (model.frozenVariables) return model;
    if (!this.model.frozenVariables) throw new Error("The run has not pretrained its bottom-up branch yet.");
    const frozen = [...this.model.weights()].filter(([name]) => name.startsWith("frozen."));
    const branch = frozen.map(([name, values]) => [name.slice("frozen.".length), values] as const);
    model.setWeights(new Map([...branch, ...frozen]), { partial: true });
    return model;
  }

  get state(): RunState {
    const last = this.events.findLast(({ type }) => type !== "warning");
    if (last?.type === "end") return last.state;
    return this.gate.paused ? "paused" : "running";
  }

  /** The epochs so far, pretraining included. */
  get epochs(): EpochEvent[] {
    return this.events.filter((event): event is TrainingEvent & EpochEvent => event.type === "epoch");
  }

  /** The epoch with the best validation UAR, counted from 1; null without validation. */
  get bestEpoch(): number | null {
    const phase = isFit(this.plan) ? "pretraining" : "training";
    const best = this.epochs.findLast((event) => event.best && event.phase === phase);
    return best?.epoch ?? null;
  }

  /** Pauses the training before its next step. */
  pause(): void {
    this.gate.pause();
  }

  /** Continues a paused training. */
  resume(): void {
    this.gate.resume();
  }

  /** Ends the training after its current step; the weights are kept, and the run can be resumed from its record. */
  stop(): void {
    this.gate.stop();
  }

  /** Calls back with every event from now on. @returns a function that removes the listener */
  onEvent(listener: (event: TrainingEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Evaluates the model on clips. With a `labelMap`, they may have the labels of another data set: each label is matched
   * with an emotion of the model by name, sentiments follow the model's groups, and the result says what was left out.
   * Clips that the run has seen before, or whose people it has, are remarked on once a set.
   * @example run.evaluate(clips, { labelMap: { Anxiety: "Fear", Contempt: null } })
   * @throws RangeError when the label set of the clips differs from the model's and there is no `labelMap`, or when the map
   *   names no label of the clips, no emotion of the model, or lacks a label that is none of its emotions
   */
  async evaluate(clips: ClipSet, options: EvaluateOptions = {}): Promise<Evaluation> {
    this.#remarkOn(clips);
    const mapped = mappedFor(this.model, clips, options);
    const { sampling, frameOrder, batch } = this.plan;
    const epochs = this.epochs.length;
    const settings = { sampling, frameOrder, batch, ...options };
    const predictor = this.#predictorOn(options.device);
    if (mapped) {
      const predictions = await predictor.predictMapped(mapped, settings);
      this.#report(predictions);
      return mappedEvaluation(mapped, predictions, options);
    }
    const evaluation = new Evaluation(clips, await predictor.predict(clips, settings), options.beta);
    this.#report(evaluation.predictions);
    const order = options.frameOrder ?? frameOrder;
    this.#evaluated = { ...lastOf(evaluation), epochs, ...(order !== "in time" && { frameOrder: order }) };
    return evaluation;
  }

  #remarkOn(clips: ClipSet): void {
    if (this.#remarkedOn.has(clips)) return;
    this.#remarkedOn.add(clips);
    const { validate: validated, keep, pretraining } = this.plan;
    const seen = { learnt: this.clips, stills: pretraining?.stills ?? null, validated };
    seenBefore(clips, { ...seen, keepsBest: keep === "best" }).forEach(remark);
  }

  #report(predictions: readonly ClipPrediction[]): void {
    tellListeners(this.#evaluationListeners, predictions, "the run's evaluations");
  }

  /**
   * The model card: the model, what it learnt from and how, its last evaluation on labels of its own, what it is for.
   * Evaluate before, so that it has figures; `await run.card().withLatency()` measures its speed here.
   */
  card(): ModelCard {
    return new ModelCard(this.model, factsOfRun(this, this.#evaluated));
  }

  /** Calls back with the predictions of every evaluation. */
  onEvaluated(listener: (predictions: readonly ClipPrediction[]) => void): void {
    this.#evaluationListeners.add(listener);
  }

  /**
   * A clip frame by frame, labelled or not, e.g. a video of your own. A label of another label set than the model's is
   * matched by name; one that is none of the model's emotions is shown as no label. A clip that your own code made and that
   * was in no set has a number only, which is taken as that of the model's emotion.
   * @param options.frames the maximum number of frames to use, evenly spaced over the clip. @default 48
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
    const { sampling, frameOrder } = this.plan;
    const predictor = this.#predictorOn(options.device);
    const shown = clipInLabels(clip, labels);
    const prediction = await predictFrames(predictor, new ClipSet([shown], labels), numbers, {
      sampling,
      frameOrder,
      ...options,
    });
    const { originalLabel } = shown;
    const named = originalLabel === undefined ? prediction : { ...prediction, originalLabel };
    return new ClipTimeline(shown, named, labels, beta);
  }

  #predictorOn(device = this.plan.device): Predictor {
    const predictor = this.#predictors.get(device) ?? new Predictor(this.model, device, this.plan.threads);
    this.#predictors.set(device, predictor);
    return predictor;
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
    tellListeners(this.#listeners, event, "the run's events");
  }

  /** Frees the memory of the model. */
  async dispose(): Promise<void> {
    for (const predictor of this.#predictors.values()) await predictor.dispose();
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

function lastOf({ predictions, clips, beta }: Evaluation): LastEvaluation {
  return { predictions, clips, beta };
}

/** A copy with another clip model on the same bottom-up branch; what the clip model adds is drawn from the seed. */
function withClipModel(model: Model, changes: Pick<ModelConfiguration, "clipModel">): Model {
  const configuration = configurationOf({ ...model.configuration, ...changes });
  if (configuration.clipModel === model.configuration.clipModel) return model.copy();
  const weights = [...model.weights()].filter(([name]) => isBottomUp(name) || name.startsWith("frozen."));
  const other = new Model(configuration, model.labels, model.seed);
  other.setWeights(new Map(weights), { partial: true });
  return other;
}

/** A run name that sorts by time. */
export function newRunId(now: Date = new Date()): string {
  const time = now.toISOString().slice(0, 19).replaceAll(":", "-");
  return `${time}-${randomBytes(2).toString("hex")}`;
}
