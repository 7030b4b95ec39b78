import { createHash } from "node:crypto";
import { ClipSet, type TrainAndTest } from "../data/clipSet.js";
import { LabelSet } from "../labels.js";
import type { LossTerm } from "../losses/lossTerm.js";
import { reportedBeta } from "../metrics/fusion.js";
import { model as makeModel, Model } from "../model/model.js";
import { configurationOf, type ModelOptions, type PresetName } from "../model/presets.js";
import type { ModelConfiguration } from "../model/configuration.js";
import { Run } from "../training/run.js";
import { planTraining, type TrainOptions, type TrainPlan } from "../training/trainOptions.js";
import { givenBottomUp, type GivenBottomUp } from "./givenBottomUp.js";
import type { SlurmOptions } from "./slurm/slurmOptions.js";
import { runNames } from "./runNames.js";
import { arm, armSettings, armTerms, expandArms, type Arm, type ArmDesign } from "./arm.js";

/** What the arms are compared with: a finished run, or a network with what it learns from. */
export type AblationBase =
  | Run
  | {
      readonly model: Model | PresetName | ModelOptions;
      /** As for `aen.train`; `seed`, `validate` and `record` have no meaning here. */
      readonly training?: TrainOptions;
    };

export interface AblationOptions {
  readonly arms: readonly (Arm | ArmDesign)[];
  /** How many (1, 2, ...) or which. Below five, intervals are very wide. @default 5 */
  readonly seeds?: number | readonly number[];
  /** The clips to learn from and to be judged by. @default those of the run and its `validate` clips */
  readonly data?: TrainAndTest | ClipSet;
  /** With one set of clips as `data`: how many parts are held out in turn, each person in one of them. @default 4 */
  readonly folds?: number;
  /**
   * "frozen": the bottom-up branch learns once for each seed and fold, from frames and then by the emotion terms
   * alone, and is then held still, so that all arms share its features and a run takes seconds. "trained": every run trains the whole network. @default "frozen"
   */
  readonly backbone?: "frozen" | "trained";
  /**
   * A trained network, or the run that trained one, whose bottom-up branch and frozen frame model all runs start
   * from, in place of a pretraining for each seed. Seeds then vary the rest of the network and the order of the
   * clips, and what is found holds for this bottom-up branch. It must not have seen the people that arms are judged by.
   */
  readonly bottomUp?: Run | Model;
  /** Shown above the board. */
  readonly name?: string;
  /** Runs at the same time. @default as many as there are processors and memory for */
  readonly parallel?: number;
  /** Memory that runs at the same time may take together, in bytes. @default half of what is free */
  readonly memory?: number;
  /** The folder of records, runs/ and studies/ within it; false keeps none. @default ".aen" */
  readonly record?: string | false;
  /** Begins anew even when runs of the same plan have finished before. @default false */
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
  /** Where runs are done: in this process, or as a job array on the nodes of a cluster. @default "here" */
  readonly on?: "here" | "slurm";
  /** What Slurm is asked for. */
  readonly slurm?: SlurmOptions;
}

/** An arm with everything decided. */
export interface PlannedArm {
  readonly name: string;
  readonly terms: readonly LossTerm[];
  readonly settings: readonly string[];
  readonly configuration: ModelConfiguration;
  readonly labels: LabelSet;
  readonly training: TrainPlan;
}

/** One run of a study. */
export interface StudyTask {
  readonly arm: number;
  readonly seed: number;
  readonly fold: number;
  /** The folder of its record under .aen/runs. */
  readonly run: string;
}

/** A study with everything decided; the same for the same code and data. */
export interface StudyPlan {
  /** Twelve hexadecimal digits that stand for all that decides the figures. */
  readonly id: string;
  readonly name: string;
  readonly arms: readonly PlannedArm[];
  readonly seeds: readonly number[];
  readonly folds: readonly TrainAndTest[];
  readonly labels: LabelSet;
  readonly beta: number;
  readonly backbone: "frozen" | "trained";
  /** The bottom-up branch that all runs start from; null when each seed and fold trains one. */
  readonly bottomUp: GivenBottomUp | null;
  /** Seeds outermost and arms innermost, so that pairs are complete early. */
  readonly tasks: readonly StudyTask[];
}

/**
 * Decides everything of a study.
 * @throws RangeError for arms, seeds or data that cannot be
 */
export function planStudy(base: AblationBase, options: AblationOptions): StudyPlan {
  const { configuration, labels, training } = baseOf(base);
  const baseTraining = planTraining(configuration, { ...training, validate: undefined, record: false });
  const terms = baseTraining.loss;
  const expanded = [arm("base", {}), ...expandArms(options.arms, terms)];
  const arms = expanded.map((entry) => planArm(entry, terms, configuration, labels, training));
  const folds = foldsOf(base, options, labels);
  const seeds = seedsOf(options.seeds ?? 5);
  const { backbone = "frozen" } = options;
  const bottomUp = options.bottomUp ? givenBottomUp(options.bottomUp, arms) : null;
  const nameOf = runNames({ arms, folds, backbone, bottomUp });
  const tasks = seeds.flatMap((seed) =>
    folds.flatMap((_, fold) =>
      arms.map((_arm, index) => {
        const task = { arm: index, seed, fold };
        return { ...task, run: nameOf(task) };
      }),
    ),
  );
  const id = createHash("sha256")
    .update(tasks.map(({ run }) => run).join())
    .digest("hex")
    .slice(0, 12);
  const name = options.name ?? `${arms.length} arms x ${seeds.length} seeds`;
  return { id, name, arms, seeds, folds, labels, beta: reportedBeta, backbone, bottomUp, tasks };
}

function baseOf(base: AblationBase): {
  configuration: ModelConfiguration;
  labels: LabelSet;
  training: TrainOptions;
} {
  if (base instanceof Run) {
    const { validate: _validate, earlyStopping: _early, ...training } = base.plan;
    const pretraining = training.pretraining
      ? { ...training.pretraining, stills: training.pretraining.stills ?? undefined }
      : (false as const);
    const { configuration, labels } = base.initialModel;
    return { configuration, labels, training: { ...training, keep: "last", pretraining } };
  }
  const model = base.model;
  const training = base.training ?? {};
  if (model instanceof Model) return { configuration: model.configuration, labels: model.labels, training };
  const made = makeModel(model);
  made.dispose();
  return { configuration: made.configuration, labels: made.labels, training };
}

function planArm(
  { name, changes }: Arm,
  baseTerms: readonly LossTerm[],
  configuration: ModelConfiguration,
  labels: LabelSet,
  training: TrainOptions,
): PlannedArm {
  const terms = armTerms(changes, baseTerms);
  const changed = configurationOf({ ...configuration, ...changes.model });
  const options = {
    ...training,
    ...changes.training,
    loss: terms,
    validate: undefined,
    record: false as const,
  };
  return {
    name,
    terms,
    settings: armSettings(changes),
    configuration: changed,
    labels: changes.groups ? new LabelSet(labels.emotions, changes.groups) : labels,
    training: planTraining(changed, options),
  };
}

function foldsOf(base: AblationBase, { data, folds = 4 }: AblationOptions, labels: LabelSet): TrainAndTest[] {
  const parts = data instanceof ClipSet ? data.folds(folds, { by: "identity" }) : [data ?? dataOf(base)];
  for (const { test } of parts) {
    if (test.labels.emotions.join() !== labels.emotions.join()) {
      throw new RangeError(`The clips are labelled ${test.labels.emotions.join(", ")}, the base is not.`);
    }
    if (test.clips.every(({ label }) => label === null)) {
      throw new RangeError("The clips that arms are judged by must have labels, and none has one.");
    }
  }
  return parts.map(({ train, test }) => ({ train, test: test.filter(({ label }) => label !== null) }));
}

function dataOf(base: AblationBase): TrainAndTest {
  if (base instanceof Run && base.plan.validate) return { train: base.clips, test: base.plan.validate };
  throw new RangeError(
    'An ablation needs clips to learn from and others to be judged by: give { data: clips.split({ by: "identity" }) }.',
  );
}

function seedsOf(seeds: number | readonly number[]): number[] {
  const list =
    typeof seeds === "number" ? Array.from({ length: seeds }, (_, index) => index + 1) : [...seeds];
  if (list.length === 0 || new Set(list).size < list.length || !list.every(Number.isInteger)) {
    throw new RangeError(
      `Seeds must be whole numbers, at least one and all different, got ${list.join(", ")}.`,
    );
  }
  return list;
}
