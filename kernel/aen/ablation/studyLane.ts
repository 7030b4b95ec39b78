import { compile } from "../../engine/compile.js";
import { ClipSet } from "../data/clipSet.js";
import type { ClipPrediction } from "../metrics/clipPrediction.js";
import { namedEmotions, scoresOf } from "../metrics/scores.js";
import { Model } from "../model/model.js";
import { trainAsPart } from "../training/train.js";
import type { ClipFeatures } from "../training/clipFeatures.js";
import type { FinishedRun } from "./studyRecord.js";
import type { PlannedArm, StudyPlan, StudyTask } from "./studyPlan.js";
import { startWeights, type StartState } from "./startStates.js";
import { TopDownTrainer, type TopDownListener } from "./topDownTrainer.js";

/** What a run tells while it goes on. */
export interface LaneListener extends Pick<TopDownListener, "beforeStep"> {
  readonly signal?: AbortSignal;
  /** `uar` on the clips that arms are judged by; null after an epoch at which they were not looked at. */
  afterEpoch?(epoch: LaneEpoch): void | Promise<void>;
}

/** What a run tells after an epoch. */
export interface LaneEpoch {
  readonly epoch: number;
  readonly loss: number;
  readonly terms: Readonly<Record<string, number>>;
  readonly uar: number | null;
}

/** Points of a learning curve: more would cost more time than the training of a top-down branch. */
const curvePoints = 4;

/** Whether a learning curve has a point at an epoch; always at the last. */
function onCurve(epoch: number, epochs: number): boolean {
  const distance = Math.max(1, Math.round(epochs / curvePoints));
  return (epochs - epoch) % distance === 0;
}

type Outcome = Pick<FinishedRun, "predictions" | "curve"> & { readonly device: string };

/** Does runs of a study one after the other; lanes beside each other share nothing that changes. */
export class StudyLane {
  readonly #trainers = new Map<string, TopDownTrainer>();

  /** @param threads of one operation */
  constructor(
    readonly plan: StudyPlan,
    readonly threads: number,
  ) {}

  async run(task: StudyTask, start: StartState, listener: LaneListener): Promise<Outcome> {
    const arm = this.plan.arms[task.arm];
    const { features } = start;
    if (features) return this.#trainTopDown(arm, task, start, features, listener);
    return this.#trainWhole(arm, task, start, listener);
  }

  async dispose(): Promise<void> {
    for (const trainer of this.#trainers.values()) {
      await trainer.dispose();
      trainer.model.dispose();
    }
    this.#trainers.clear();
  }

  async #trainTopDown(
    arm: PlannedArm,
    task: StudyTask,
    start: StartState,
    features: ClipFeatures,
    listener: LaneListener,
  ): Promise<Outcome> {
    const clips = relabelled(this.plan.folds[task.fold].train, arm);
    const trainer = this.#trainerFor(arm);
    trainer.model.setWeights(startWeights(arm, task.seed, start));
    trainer.reset();
    const loss: number[] = [];
    const uar: (number | null)[] = [];
    const weights = Object.fromEntries(trainer.terms.map(({ name }) => [name, 0]));
    for (const term of arm.terms) weights[term.name] = term.weight;
    const training = { ...arm.training, seed: task.seed, batch: Math.min(arm.training.batch, clips.length) };
    const test = this.plan.folds[task.fold].test;
    let predictions: ClipPrediction[] | null = null;
    await trainer.train(features, clips, training, weights, {
      beforeStep: listener.beforeStep,
      afterEpoch: async (epoch) => {
        loss.push(epoch.loss);
        const isJudged = onCurve(epoch.epoch, training.epochs);
        if (isJudged) predictions = await trainer.predict(features, test, training);
        uar.push(isJudged ? this.#uarOf(predictions!) : null);
        await listener.afterEpoch?.({ ...epoch, uar: uar.at(-1)! });
      },
    });
    predictions ??= await trainer.predict(features, test, training);
    return { predictions, curve: { loss, uar }, device: trainer.device };
  }

  #uarOf(predictions: readonly ClipPrediction[]): number {
    const { truths, named } = namedEmotions(predictions, this.plan.beta);
    return scoresOf(truths, named, this.plan.labels).uar;
  }

  /** Terms of all arms that share a network and an optimizer stand in one graph, switched by their weights. */
  #trainerFor(arm: PlannedArm): TopDownTrainer {
    const base = this.plan.arms[0];
    const key = graphKey(arm, base);
    const known = this.#trainers.get(key);
    if (known) return known;
    const sharing = this.plan.arms.filter((other) => graphKey(other, base) === key);
    const terms = new Map(sharing.flatMap((other) => other.terms.map((term) => [term.name, term] as const)));
    const model = new Model(arm.configuration, arm.labels, 0);
    const { threads } = this;
    const { optimizer, device } = arm.training;
    const trainer = new TopDownTrainer(model, [...terms.values()], optimizer, {
      device,
      compile: (step, options) => compile(step, { ...options, threads }),
    });
    this.#trainers.set(key, trainer);
    return trainer;
  }

  async #trainWhole(
    arm: PlannedArm,
    task: StudyTask,
    start: StartState,
    listener: LaneListener,
  ): Promise<Outcome> {
    const { train: learnt, test } = this.plan.folds[task.fold];
    const model = new Model(arm.configuration, arm.labels, task.seed);
    model.setWeights(startWeights(arm, task.seed, start));
    const { pretraining: _pretraining, ...training } = arm.training;
    const handle = trainAsPart(model, relabelled(learnt, arm), {
      ...training,
      ...{ validate: relabelled(test, arm), earlyStopping: undefined, keep: "last", record: false },
      ...{ seed: task.seed, signal: listener.signal },
    });
    const loss: number[] = [];
    const uar: (number | null)[] = [];
    for await (const event of handle) {
      if (event.type === "step") await pauseWith(listener, handle);
      if (event.type !== "epoch") continue;
      loss.push(event.loss);
      uar.push(event.validation?.uar ?? null);
      await listener.afterEpoch?.({ ...event, uar: uar.at(-1)! });
    }
    const run = await handle;
    const evaluation = await run.evaluate(relabelled(test, arm));
    await run.dispose();
    model.dispose();
    return {
      predictions: evaluation.predictions,
      curve: { loss, uar },
      device: run.plan.device,
    };
  }
}

/** Holds a training as long as the study is held, and stops it with the study. */
async function pauseWith(listener: LaneListener, handle: ReturnType<typeof trainAsPart>): Promise<void> {
  handle.pause();
  try {
    await listener.beforeStep?.();
  } catch (error) {
    handle.stop();
    await handle.catch(() => {});
    throw error;
  }
  handle.resume();
}

function relabelled(clips: ClipSet, { labels }: PlannedArm): ClipSet {
  if (clips.labels.groupOf.join() === labels.groupOf.join()) return clips;
  return new ClipSet(clips.clips, labels);
}

/**
 * Arms with the same key differ in nothing that is compiled into the graph: terms of the base are switched by
 * their weights; a function of an arm's own needs a graph of its own.
 */
function graphKey({ configuration, labels, training, terms }: PlannedArm, base: PlannedArm): string {
  const own = terms.filter(
    ({ name, value }) => base.terms.find((term) => term.name === name)?.value !== value,
  );
  const functions = own.map(({ name, value }) => [name, numberOf(value)]);
  return JSON.stringify([configuration, labels.groups, training.optimizer, training.batch, functions]);
}

const functionNumbers = new WeakMap<object, number>();
let functionCount = 0;

function numberOf(value: object): number {
  const number = functionNumbers.get(value) ?? functionCount++;
  functionNumbers.set(value, number);
  return number;
}
