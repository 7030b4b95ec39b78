import { compile } from "../../engine/compile.js";
import { ClipSet } from "../clips/clipSet.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import { scoresOfPredictions } from "../../metrics/scores.js";
import { Model } from "../model/model.js";
import { trainUnannounced } from "../training/train.js";
import type { ClipFeatures } from "../training/clipFeatures.js";
import type { FinishedRun } from "./studyRecord.js";
import type { PlannedArm, StudyPlan, StudyTask } from "./studyPlan.js";
import { startWeights, type PretrainedStart } from "./pretrainedStarts.js";
import { TopDownTrainer, type TopDownListener } from "../training/topDownTrainer.js";

/** Receives a run's progress. */
export interface RunListener extends Pick<TopDownListener, "beforeStep"> {
  readonly signal?: AbortSignal;
  /** `uar` on the clips that arms are judged on; null after an epoch without evaluation. */
  afterEpoch?(epoch: ArmEpoch): void | Promise<void>;
}

/** What a run reports after an epoch. */
export interface ArmEpoch {
  readonly epoch: number;
  readonly loss: number;
  readonly terms: Readonly<Record<string, number>>;
  readonly uar: number | null;
}

/** Points of a learning curve: more would take longer than training a top-down branch. */
const curvePoints = 4;

/** Whether a learning curve has a point at an epoch; the last epoch always has one. */
function onCurve(epoch: number, epochs: number): boolean {
  const distance = Math.max(1, Math.round(epochs / curvePoints));
  return (epochs - epoch) % distance === 0;
}

type Outcome = Pick<FinishedRun, "predictions" | "curve"> & { readonly device: string };

/** Trains and tests the arms of a study, one run after the other; concurrent trainers share no mutable state. */
export class ArmTrainer {
  readonly #trainers = new Map<string, TopDownTrainer>();

  /** @param threads per operation */
  constructor(
    readonly plan: StudyPlan,
    readonly threads: number,
  ) {}

  async run(task: StudyTask, start: PretrainedStart, listener: RunListener): Promise<Outcome> {
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
    start: PretrainedStart,
    features: ClipFeatures,
    listener: RunListener,
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
    return scoresOfPredictions(predictions, this.plan.labels, this.plan.beta).uar;
  }

  /** Terms of all arms that share a network and an optimizer are in one graph, switched by their weights. */
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
    start: PretrainedStart,
    listener: RunListener,
  ): Promise<Outcome> {
    const { train: learnt, test } = this.plan.folds[task.fold];
    const model = new Model(arm.configuration, arm.labels, task.seed);
    model.setWeights(startWeights(arm, task.seed, start));
    const { pretraining: _pretraining, ...training } = arm.training;
    const handle = trainUnannounced(model, relabelled(learnt, arm), {
      ...training,
      ...{ validate: relabelled(test, arm), earlyStopping: undefined, keep: "last", record: false },
      ...{ seed: task.seed, threads: this.threads, signal: listener.signal },
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

/** Pauses a training while the study is paused, and stops it with the study. */
async function pauseWith(listener: RunListener, handle: ReturnType<typeof trainUnannounced>): Promise<void> {
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

/** Clips with an arm's groups of emotions. */
export function relabelled(clips: ClipSet, { labels }: PlannedArm): ClipSet {
  if (clips.labels.groupOf.join() === labels.groupOf.join()) return clips;
  return new ClipSet(clips.clips, labels);
}

/**
 * Arms with the same key do not differ in anything compiled into the graph: terms of the base are switched by their
 * weights; an arm with its own function needs its own graph.
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
