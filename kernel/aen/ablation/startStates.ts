import type { TrainAndTest } from "../data/clipSet.js";
import type { LossTerm } from "../losses/lossTerm.js";
import { Model, type WeightValues } from "../model/model.js";
import { isBottomUp } from "../model/parameterList.js";
import { trainAsPart } from "../training/train.js";
import { ClipFeatures } from "../training/clipFeatures.js";
import { bottomUpSettings } from "./givenBottomUp.js";
import type { PlannedArm, StudyPlan, StudyTask } from "./studyPlan.js";

/** What the runs of one seed and fold start from. */
export interface StartState {
  /** Weights after pretraining, the frozen frame model's among them. */
  readonly weights: ReadonlyMap<string, WeightValues>;
  /** Of all clips of the fold; null when every run trains the whole network. */
  readonly features: ClipFeatures | null;
}

/**
 * The pretrained bottom-up branches of a study and the features that they see, each made once and shared by all
 * arms. Pretraining follows the base; it knows nothing of loss terms, so arms that differ in them start alike.
 */
export class StartStates {
  readonly #made = new Map<string, Promise<StartState>>();

  constructor(
    readonly plan: StudyPlan,
    readonly onProgress: (what: string) => void = () => {},
    readonly signal?: AbortSignal,
  ) {}

  of(task: StudyTask): Promise<StartState> {
    const arm = this.plan.arms[task.arm];
    const key = `${this.#keyStart(task)}${JSON.stringify(bottomUpSettings(arm.configuration))}`;
    const made = this.#made.get(key) ?? this.#make(arm, task);
    this.#made.set(key, made);
    made.catch(() => this.#made.delete(key));
    return made;
  }

  /** Forgets all but what the remaining tasks need. */
  keepFor(tasks: readonly StudyTask[]): void {
    const needed = new Set(tasks.map((task) => this.#keyStart(task)));
    for (const key of this.#made.keys()) {
      if (![...needed].some((start) => key.startsWith(start))) this.#made.delete(key);
    }
  }

  /** A given bottom-up branch sees the same in the clips of a fold whatever the seed. */
  #keyStart({ seed, fold }: StudyTask): string {
    return this.plan.bottomUp ? `fold ${fold}: ` : `seed ${seed}, fold ${fold}: `;
  }

  async #make(arm: PlannedArm, task: StudyTask): Promise<StartState> {
    const { bottomUp, folds, labels } = this.plan;
    if (!bottomUp) return this.#train(arm, task);
    const clips = folds[task.fold];
    const model = new Model(arm.configuration, labels, task.seed);
    model.setWeights(new Map([...model.weights(), ...bottomUp.weights]));
    const features = await this.#features(model, clips, "the bottom-up branch that is given");
    model.dispose();
    return { weights: bottomUp.weights, features };
  }

  async #train(arm: PlannedArm, { seed, fold }: StudyTask): Promise<StartState> {
    const { backbone, folds, arms, labels } = this.plan;
    const clips = folds[fold];
    const model = new Model(arm.configuration, labels, seed);
    const { pretraining, ...base } = arms[0].training;
    const given = pretraining
      ? { ...pretraining, stills: pretraining.stills ?? undefined }
      : (false as const);
    this.onProgress(`pretraining of the bottom-up branch, seed ${seed}`);
    const run = await trainAsPart(model, clips.train, {
      ...base,
      ...{ validate: undefined, earlyStopping: undefined, keep: "last", record: false },
      ...{ pretraining: given, seed, signal: this.signal },
      ...(backbone === "frozen" ? plainTraining(arms[0]) : { epochs: 0 }),
    });
    const features = await this.#features(run.model, clips, `seed ${seed}`);
    const weights = run.model.weights();
    await run.dispose();
    model.dispose();
    return { weights, features };
  }

  /** @returns null when every run trains the whole network */
  async #features(model: Model, { train: learnt, test }: TrainAndTest, whose: string) {
    if (this.plan.backbone === "trained") return null;
    this.onProgress(`features, ${whose}`);
    const { device } = this.plan.arms[0].training;
    const clips = [...learnt.clips, ...test.clips];
    return ClipFeatures.compute(model, clips, { device, signal: this.signal });
  }
}

/**
 * Pretraining on frames does not reach the last stage and the taps of the lower levels, so a branch that is going
 * to be frozen learns from clips as well: by the emotion terms alone, so that it favours none of the other terms.
 */
function plainTraining({ terms, training }: PlannedArm): { epochs: number; loss: readonly LossTerm[] } {
  const plain = terms.filter(({ name, weight }) => name.startsWith("emotion") && weight > 0);
  return { epochs: training.epochs, loss: plain.length > 0 ? plain : terms };
}

/** The weights with which a run of an arm begins: the shared bottom-up branch, everything else new from the seed. */
export function startWeights(arm: PlannedArm, seed: number, start: StartState): Map<string, WeightValues> {
  const model = new Model(arm.configuration, arm.labels, seed);
  const weights = new Map(model.weights());
  model.dispose();
  for (const [name, value] of start.weights) {
    if (isBottomUp(name) || name.startsWith("frozen.")) weights.set(name, value);
  }
  return weights;
}
