import { sha256 } from "../../files/sha256.js";
import { facelessText } from "../clips/facelessText.js";
import { ClipSet, type TrainAndTest } from "../clips/clipSet.js";
import { LabelSet } from "../labels.js";
import { requireName } from "../givenNames.js";
import type { LossTerm } from "../losses/lossTerm.js";
import { reportedBeta } from "../../metrics/fusion.js";
import { model as makeModel, Model } from "../model/model.js";
import { configurationOf, type ModelOptions, type PresetName } from "../model/presets.js";
import { clipModelOf } from "../model/clipModel.js";
import type { ModelConfiguration } from "../model/configuration.js";
import { learntFrom } from "../training/learntFrom.js";
import { missingEmotions } from "../training/missingEmotions.js";
import { sharedStills } from "../training/bottomUp/sharedStills.js";
import { networkOf, requireSameEmotions } from "../training/bottomUp/trainedBottomUp.js";
import { Run } from "../training/run.js";
import { defaultLoss, planTraining, type TrainOptions, type TrainPlan } from "../training/trainOptions.js";
import { bottomUpWeights, type BottomUpWeights } from "./bottomUpWeights.js";
import type { SlurmOptions } from "./slurm/slurmOptions.js";
import { runNames } from "./runNames.js";
import { requireDifferentArms } from "./differentArms.js";
import { bottomUpChoice, type StudyBottomUp } from "./studyBottomUp.js";
import { ablatedTeachers } from "./ablatedTeachers.js";
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
  /** The number of seeds (1, 2, ...) or a list of seeds. Below five, intervals are very wide. @default 5 */
  readonly seeds?: number | readonly number[];
  /** The clips to train and to judge on. @default those of the run and its `validate` clips */
  readonly data?: TrainAndTest | ClipSet;
  /** With a single clip set as `data`: the number of folds held out in turn, each person in one of them. @default 4 */
  readonly folds?: number;
  /**
   * What the runs do with the bottom-up branch.
   * - `"frozen"`: it is trained once for each seed and fold, from frames and then by the emotion terms alone, and is
   *   then frozen, so that all arms share its features and a run takes seconds.
   * - `"learns"`: every run trains the whole network.
   * - A run or a trained model: all runs start from its bottom-up branch and frozen frame model, instead of pretraining
   *   for each seed, and keep it frozen; `{ from: run, learns: true }` trains it further in every run. Seeds then vary
   *   the rest of the network and the order of the clips, and the results hold for this bottom-up branch. It must not
   *   have seen the people that arms are judged on.
   * @default "frozen"
   */
  readonly bottomUp?: StudyBottomUp;
  /** @deprecated Use {@link bottomUp}: `"learns"` replaces `"trained"`. */
  readonly backbone?: "frozen" | "trained";
  /** Shown above the board. */
  readonly name?: string;
  /** Number of concurrent runs. @default as many as processors and memory allow */
  readonly parallel?: number;
  /** Memory that concurrent runs may take together, in bytes. @default half of what is free */
  readonly memory?: number;
  /** The folder of records, runs/ and studies/ within it; false keeps none. @default ".aen" */
  readonly record?: string | false;
  /** Starts over even if runs of the same plan have already finished. @default false */
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
  /** Where runs are carried out: in this process, or as a job array on the nodes of a cluster. @default "here" */
  readonly on?: "here" | "slurm";
  /** What to request from Slurm. */
  readonly slurm?: SlurmOptions;
}

/** An arm with all settings resolved. */
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

/** A study with all settings resolved; the same for the same code and data. */
export interface StudyPlan {
  /** Twelve hexadecimal digits that identify everything that determines the figures. */
  readonly id: string;
  readonly name: string;
  readonly arms: readonly PlannedArm[];
  readonly seeds: readonly number[];
  readonly folds: readonly TrainAndTest[];
  readonly labels: LabelSet;
  readonly beta: number;
  /** Whether every run also trains the bottom-up branch, or all arms share the features of a frozen one. */
  readonly bottomUp: TrainPlan["bottomUp"];
  /** The bottom-up branch that all runs start from; null when each seed and fold trains one. */
  readonly givenBottomUp: BottomUpWeights | null;
  /** Seeds outermost and arms innermost, so that pairs are complete early. */
  readonly tasks: readonly StudyTask[];
  /** Sentences about what could mislead a reader of the figures, known before anything runs. */
  readonly warnings: readonly string[];
}

/**
 * Resolves all settings of a study.
 * @throws RangeError for invalid arms, seeds, data or number of concurrent runs
 */
export function planStudy(base: AblationBase, options: AblationOptions): StudyPlan {
  const { configuration, labels, training } = baseOf(base);
  const baseTraining = planTraining(configuration, { ...training, validate: undefined, record: false });
  const terms = baseTraining.loss;
  const expanded = [arm("base", {}), ...expandArms(options.arms, terms)];
  const arms = expanded.map((entry) => planArm(entry, terms, configuration, labels, training));
  const folds = foldsOf(base, options, labels);
  const seeds = seedsOf(options.seeds ?? 5);
  if (options.parallel !== undefined) requireCount("{ parallel }", options.parallel);
  const { bottomUp, from, stills } = bottomUpChoice(options.bottomUp, options.backbone);
  if (from) requireSameEmotions(networkOf(from).labels, labels);
  const given = from && bottomUpWeights(from, arms);
  const nameOf = runNames({ arms, folds, bottomUp, givenBottomUp: given });
  requireDifferentArms(
    arms.map((each) => each.name),
    arms.map((_, index) => nameOf({ arm: index, seed: seeds[0], fold: 0 })),
  );
  const tasks = seeds.flatMap((seed) =>
    folds.flatMap((_, fold) =>
      arms.map((_arm, index) => {
        const task = { arm: index, seed, fold };
        return { ...task, run: nameOf(task) };
      }),
    ),
  );
  const id = sha256(tasks.map(({ run }) => run).join()).slice(0, 12);
  const seen = stills ? [...new Set(folds.flatMap(({ test }) => sharedStills(stills, test)))] : [];
  if (options.name !== undefined) requireName("A study", options.name);
  const name = options.name ?? `${arms.length} arms x ${seeds.length} seeds`;
  return {
    ...{ id, name, arms, seeds, folds, labels, beta: reportedBeta },
    ...{
      bottomUp,
      givenBottomUp: given,
      tasks,
      warnings: [
        ...ablatedTeachers(from, arms),
        ...lackingFolds(folds),
        ...learntFolds(folds),
        ...withoutFaces(folds),
        ...seen,
      ],
    },
  };
}

function lackingFolds(folds: readonly TrainAndTest[]): string[] {
  const told = folds.map(({ train }, fold) =>
    missingEmotions(`The training clips${ofFold(folds, fold)}`, train),
  );
  return told.filter((sentence) => sentence !== null);
}

function learntFolds(folds: readonly TrainAndTest[]): string[] {
  const told = folds.map(({ train, test }, fold) =>
    learntFrom(`judged clips${ofFold(folds, fold)}`, test, train),
  );
  return told.filter((sentence) => sentence !== null);
}

function ofFold(folds: readonly unknown[], fold: number): string {
  return folds.length > 1 ? ` of fold ${fold + 1}` : "";
}

function withoutFaces([first]: readonly TrainAndTest[]): string[] {
  const faceless = facelessText([...first.train, ...first.test]);
  return faceless ? [`Of training and test clips, ${faceless}.`] : [];
}

function baseOf(base: AblationBase): {
  configuration: ModelConfiguration;
  labels: LabelSet;
  training: BaseTraining;
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
  const training = withoutBranch(base.training ?? {});
  if (model instanceof Model) return { configuration: model.configuration, labels: model.labels, training };
  const made = makeModel(model);
  made.dispose();
  return { configuration: made.configuration, labels: made.labels, training };
}

type BaseTraining = Omit<TrainOptions, "bottomUp"> & Partial<Pick<TrainPlan, "bottomUp">>;

/** A trained branch is an option of the whole study. */
function withoutBranch({ bottomUp, ...training }: TrainOptions): BaseTraining {
  if (bottomUp === undefined) return training;
  if (bottomUp === "learns" || bottomUp === "frozen") return { ...training, bottomUp };
  throw new RangeError("Give { bottomUp } to the ablation itself, not to the training of its base.");
}

function planArm(
  { name, changes }: Arm,
  baseTerms: readonly LossTerm[],
  configuration: ModelConfiguration,
  labels: LabelSet,
  training: BaseTraining,
): PlannedArm {
  const changed = configurationOf({ ...configuration, ...changes.model });
  const terms = termsOf(changes, haveSameLoss(changed, configuration) ? baseTerms : defaultLoss(changed));
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

/** Whether the clip models have the same heads to train, so that a loss fits both. */
function haveSameLoss(a: ModelConfiguration, b: ModelConfiguration): boolean {
  const [one, other] = [clipModelOf(a), clipModelOf(b)];
  return one.hasTopDownHeads === other.hasTopDownHeads && one.learnsFromClips === other.learnsFromClips;
}

/** A vote of frames has no loss to change. */
function termsOf(changes: Arm["changes"], own: readonly LossTerm[]): LossTerm[] {
  return own.length === 0 ? [] : armTerms(changes, own);
}

function foldsOf(base: AblationBase, { data, folds = 4 }: AblationOptions, labels: LabelSet): TrainAndTest[] {
  const parts = data instanceof ClipSet ? data.folds(folds, { by: "identity" }) : [data ?? dataOf(base)];
  for (const { train, test } of parts) {
    for (const clips of [train, test]) requireEmotions(clips, labels);
    if (test.clips.every(({ label }) => label === null)) {
      throw new RangeError(
        "Arms are evaluated on labelled clips, but no test clip has a label. Give labelled clips in { data }.",
      );
    }
  }
  return parts.map(({ train, test }) => ({ train, test: test.filter(({ label }) => label !== null) }));
}

function requireEmotions(clips: ClipSet, { emotions }: LabelSet): void {
  const theirs = clips.labels.emotions.join(", ");
  const own = emotions.join(", ");
  if (theirs !== own) {
    throw new RangeError(`The clips are labelled ${theirs}; the base distinguishes ${own}.`);
  }
}

function dataOf(base: AblationBase): TrainAndTest {
  if (base instanceof Run && base.plan.validate) return { train: base.clips, test: base.plan.validate };
  throw new RangeError(
    'An ablation needs training clips and test clips: give { data: clips.split({ by: "identity" }) }.',
  );
}

function seedsOf(seeds: number | readonly number[]): number[] {
  if (typeof seeds === "number") requireCount("The number of seeds", seeds);
  const list =
    typeof seeds === "number" ? Array.from({ length: seeds }, (_, index) => index + 1) : [...seeds];
  if (list.length === 0 || new Set(list).size < list.length || !list.every(Number.isInteger)) {
    throw new RangeError(
      `Seeds must be whole numbers, at least one and all different, got ${list.join(", ")}.`,
    );
  }
  return list;
}

function requireCount(what: string, count: number): void {
  if (Number.isInteger(count) && count >= 1) return;
  throw new RangeError(`${what} must be a whole number of 1 or more, got ${count}.`);
}
