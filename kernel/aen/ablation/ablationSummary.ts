import type { PairedDifference } from "./statistics/pairedDifference.js";
import type { Verdict } from "./verdict.js";

/** The four figures that arms are compared by; rates from 0 to 1, higher is better. */
export const figureNames = ["uar", "war", "sentimentUar", "sentimentWar"] as const;
export type FigureName = (typeof figureNames)[number];

/**
 * Everything that is known of an ablation study at a moment, as plain data (no typed arrays, nothing undefined):
 * what the board draws and what is kept in the record.
 */
export interface AblationSummary {
  readonly name: string;
  readonly state: "planned" | "running" | "paused" | "stopped" | "finished";
  /** In the order of the network's outputs; `groupOf[emotion]` is the index of its sentiment group. */
  readonly labels: {
    readonly emotions: readonly string[];
    readonly groups: readonly string[];
    readonly groupOf: readonly number[];
  };
  /** The names of all loss terms of all arms, in the order of the base's loss, added ones last. */
  readonly terms: readonly string[];
  readonly seeds: readonly number[];
  /** 1 when there are no folds. */
  readonly folds: number;
  /** Beta with which clip and emotion scores were fused. */
  readonly beta: number;
  /** Clips on which the arms are judged, all folds together. */
  readonly clips: readonly SummaryClip[];
  /** The base first, then the arms in the order of the plan. */
  readonly arms: readonly ArmSummary[];
  readonly progress: StudyProgress;
  /** Sentences about what could mislead: arms that differ in more than the plan says, failed runs, too few seeds. */
  readonly warnings: readonly string[];
  /** Of all intervals, 0.95. */
  readonly level: number;
}

export interface SummaryClip {
  readonly id: string;
  /** Index into the emotions. */
  readonly label: number;
}

export interface StudyProgress {
  readonly finished: number;
  readonly failed: number;
  readonly running: number;
  readonly total: number;
  /** Until all runs have ended; null when it cannot be told. */
  readonly secondsLeft: number | null;
}

/** One arm with its runs, its figures and its difference to the base. */
export interface ArmSummary {
  readonly name: string;
  readonly isBase: boolean;
  /** The weight of each loss term of {@link AblationSummary.terms}; 0 = off. */
  readonly weights: readonly number[];
  /** What else differs from the base, in words, e.g. "sampling: balanced". */
  readonly settings: readonly string[];
  readonly runs: readonly ArmRun[];
  /** Means over the finished runs; null before the first one. */
  readonly figures: Readonly<Record<FigureName, Estimate>> | null;
  /** Counts by true emotion (row) and named emotion (column), summed over the finished runs. */
  readonly confusion: readonly (readonly number[])[];
  /** `[clip][seed]`: the named emotion; -1 where that run is not finished. In the order of the clips and seeds. */
  readonly named: readonly (readonly number[])[];
  /** Validation UAR and loss by epoch, one curve a run. */
  readonly curves: readonly LearningCurve[];
  /** Arm minus base over the seeds that both have finished; null for the base and before the first pair. */
  readonly toBase: ComparisonToBase | null;
}

export interface ArmRun {
  readonly seed: number;
  /** Counted from 0. */
  readonly fold: number;
  readonly state: "waiting" | "running" | "finished" | "stopped" | "failed";
  /** The name of its record under .aen/runs; null before it starts. */
  readonly run: string | null;
  /** Part of the epochs done, 0 to 1. */
  readonly progress: number;
  /** Why it failed and where its log is. */
  readonly message: string | null;
  readonly uar: number | null;
}

/** A figure of one arm over its seeds. */
export interface Estimate {
  readonly mean: number;
  /** 95 % interval for other seeds and other clips; equal to 0 and 1 with a single seed. */
  readonly low: number;
  readonly high: number;
  /** Seeds. */
  readonly seeds: number;
}

export interface LearningCurve {
  readonly seed: number;
  readonly fold: number;
  /** After each epoch: mean training loss and validation UAR (null where not validated). */
  readonly loss: readonly number[];
  readonly uar: readonly (number | null)[];
}

/** How an arm differs from the base. */
export interface ComparisonToBase {
  readonly figures: Readonly<Record<FigureName, ComparedFigure>>;
  /** Difference of recall by emotion; null for an emotion without clips. */
  readonly perEmotion: readonly (PairedDifference | null)[];
  /** Difference of recall by sentiment group; null for a group without clips. */
  readonly perGroup: readonly (PairedDifference | null)[];
  /** Of UAR; what the row is coloured by. */
  readonly verdict: Verdict;
  /** {@link verdict} in a sentence. */
  readonly sentence: string;
}

/** A difference with its p values corrected for the number of arms (Holm). */
export interface ComparedFigure extends PairedDifference {
  /** {@link PairedDifference.p} after Holm's correction over the arms. */
  readonly correctedP: number;
  /** Exact paired permutation test over runs (seeds x folds), after Holm's correction. */
  readonly permutationP: number;
  /** The least that {@link permutationP} could have been with so many pairs of runs and arms. */
  readonly leastPermutationP: number;
}
