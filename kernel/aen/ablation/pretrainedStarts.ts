import type { TrainAndTest } from "../clips/clipSet.js";
import type { LossTerm } from "../losses/lossTerm.js";
import { Model, type WeightValues } from "../model/model.js";
import { isBottomUp } from "../model/parameterList.js";
import { trainUnannounced } from "../training/train.js";
import { ClipFeatures } from "../training/clipFeatures.js";
import { bottomUpSettings } from "../model/bottomUpSettings.js";
import type { PlannedArm, StudyPlan, StudyTask } from "./studyPlan.js";

/** The starting point of the runs of one seed and fold. */
export interface PretrainedStart {
  /** Weights after pretraining, including the frozen frame model's. */
  readonly weights: ReadonlyMap<string, WeightValues>;
  /** For all clips of the fold; null when every run trains the whole network. */
  readonly features: ClipFeatures | null;
}

/**
 * The pretrained bottom-up branches of a study and the features they compute, each made once and shared by all arms.
 * Pretraining follows the base; it does not depend on the loss terms, so arms that differ in them start alike.
 */
export class PretrainedStarts {
  readonly #made = new Map<string, Promise<PretrainedStart>>();

  constructor(
    readonly plan: StudyPlan,
    readonly onProgress: (what: string) => void = () => {},
    readonly signal?: AbortSignal,
  ) {}

  of(task: StudyTask): Promise<PretrainedStart> {
    const arm = this.plan.arms[task.arm];
    const key = `${this.#keyStart(task)}${JSON.stringify(bottomUpSettings(arm.configuration))}`;
    const made = this.#made.get(key) ?? this.#make(arm, task);
    this.#made.set(key, made);
    made.catch(() => this.#made.delete(key));
    return made;
  }

  /** Drops everything that the remaining tasks do not need. */
  keepFor(tasks: readonly StudyTask[]): void {
    const needed = new Set(tasks.map((task) => this.#keyStart(task)));
    for (const key of this.#made.keys()) {
      if (![...needed].some((start) => key.startsWith(start))) this.#made.delete(key);
    }
  }

  /** A given bottom-up branch computes the same features for a fold whatever the seed. */
  #keyStart({ seed, fold }: StudyTask): string {
    return this.plan.givenBottomUp ? `fold ${fold}: ` : `seed ${seed}, fold ${fold}: `;
  }

  async #make(arm: PlannedArm, task: StudyTask): Promise<PretrainedStart> {
    const { givenBottomUp: given, folds, labels } = this.plan;
    if (!given) return this.#train(arm, task);
    const clips = folds[task.fold];
    const model = new Model(arm.configuration, labels, task.seed);
    model.setWeights(new Map([...model.weights(), ...given.weights]));
    const features = await this.#features(model, clips, "the given bottom-up branch");
    model.dispose();
    return { weights: given.weights, features };
  }

  async #train(arm: PlannedArm, { seed, fold }: StudyTask): Promise<PretrainedStart> {
    const { bottomUp, folds, arms, labels } = this.plan;
    const clips = folds[fold];
    // The base's network whichever arm comes first, with the bottom-up branch that the arm needs.
    const configuration = { ...arms[0].configuration, ...bottomUpSettings(arm.configuration) };
    const model = new Model(configuration, labels, seed);
    const { pretraining, ...base } = arms[0].training;
    const own = pretraining ? { ...pretraining, stills: pretraining.stills ?? undefined } : (false as const);
    this.onProgress(`pretraining of the bottom-up branch, seed ${seed}`);
    const run = await trainUnannounced(model, clips.train, {
      ...base,
      ...{ validate: undefined, earlyStopping: undefined, keep: "last", record: false },
      // All processors of this machine, which may be another than the study was planned on.
      ...{ pretraining: own, seed, signal: this.signal, threads: undefined },
      ...(bottomUp === "frozen" ? plainTraining(arms[0]) : { epochs: 0 }),
    });
    const features = await this.#features(run.model, clips, `seed ${seed}`);
    const weights = run.model.weights();
    await run.dispose();
    model.dispose();
    return { weights, features };
  }

  /** @returns null when every run trains the whole network */
  async #features(model: Model, { train: learnt, test }: TrainAndTest, whose: string) {
    if (this.plan.bottomUp === "learns") return null;
    this.onProgress(`features, ${whose}`);
    const { device } = this.plan.arms[0].training;
    const clips = [...learnt.clips, ...test.clips];
    return ClipFeatures.compute(model, clips, { device, signal: this.signal });
  }
}

/**
 * Pretraining on frames does not reach the last stage and the taps of the lower levels, so a branch that will be
 * frozen also learns from clips: by the emotion terms alone, so that it favours none of the other terms.
 */
function plainTraining({ terms, training }: PlannedArm): { epochs: number; loss: readonly LossTerm[] } {
  const plain = terms.filter(({ name, weight }) => name.startsWith("emotion") && weight > 0);
  return { epochs: training.epochs, loss: plain.length > 0 ? plain : terms };
}

/** The start weights of a run of an arm: the shared bottom-up branch, everything else initialised from the seed. */
export function startWeights(
  arm: PlannedArm,
  seed: number,
  start: PretrainedStart,
): Map<string, WeightValues> {
  const model = new Model(arm.configuration, arm.labels, seed);
  const weights = new Map(model.weights());
  model.dispose();
  for (const [name, value] of start.weights) {
    if (isBottomUp(name) || name.startsWith("frozen.")) weights.set(name, value);
  }
  return weights;
}
