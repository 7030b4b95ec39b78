import type { Scores } from "../../metrics/scores.js";
import type { PairedDifference } from "./statistics/pairedDifference.js";
import type { ComparedFigure } from "./comparedFigure.js";
import type { Verdict } from "./verdict.js";

/**
 * The figures by which arms are compared; rates from 0 to 1, higher is better. Those of sentiment are the sentiment
 * head's own answer, those of the group are the group of the predicted emotion.
 */
export const figureNames = ["uar", "war", "sentimentUar", "sentimentWar", "groupUar", "groupWar"] as const;
export type FigureName = (typeof figureNames)[number];

/**
 * A snapshot of everything known about an ablation study, as plain data (no typed arrays, nothing undefined): what
 * the board draws and what the record keeps.
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
  /** The beta used to fuse clip and emotion scores. */
  readonly beta: number;
  /** Clips on which the arms are judged, all folds together. */
  readonly clips: readonly SummaryClip[];
  /** The base first, then the arms in the order of the plan. */
  readonly arms: readonly ArmSummary[];
  readonly progress: StudyProgress;
  /** Sentences about what could mislead: arms that differ in more than planned, failed runs, too few seeds. */
  readonly warnings: readonly string[];
  /** What differs between seeds and what they share, in short sentences; records of older versions have none. */
  readonly seedsVary?: readonly string[];
  /** Confidence level of all intervals, 0.95. */
  readonly level: number;
}

export interface SummaryClip {
  readonly id: string;
  /** Index into the emotions. */
  readonly label: number;
  /** The person shown, as a number without meaning; absent where the clip names no one. */
  readonly person?: number;
}

export interface StudyProgress {
  readonly finished: number;
  readonly failed: number;
  readonly running: number;
  readonly total: number;
  /** Until all runs have ended; null when unknown. */
  readonly secondsLeft: number | null;
}

/** One arm with its runs, its figures and its difference from the base. */
export interface ArmSummary {
  readonly name: string;
  readonly isBase: boolean;
  /** The weight of each loss term of {@link AblationSummary.terms}; 0 = off. */
  readonly weights: readonly number[];
  /** Other differences from the base, in words, e.g. "sampling: balanced". */
  readonly settings: readonly string[];
  readonly runs: readonly ArmRun[];
  /** Means over the finished runs; null before the first one. */
  readonly figures: Readonly<Record<FigureName, Estimate>> | null;
  /** Counts by true emotion (row) and predicted emotion (column), summed over the finished runs. */
  readonly confusion: readonly (readonly number[])[];
  /** `[clip][seed]`: the predicted emotion; -1 where that run has not finished. In the order of the clips and seeds. */
  readonly named: readonly (readonly number[])[];
  /** `[clip][seed]`: the sentiment head's own answer, as an index into the groups; -1 as for {@link named}. */
  readonly namedSentiments: readonly (readonly number[])[];
  /** The sentiment groups that have clips but that the head names in no finished run, by name. */
  readonly sentimentsNeverNamed: readonly string[];
  /** Validation UAR and loss by epoch, one curve per run. */
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
  /** Fraction of the epochs done, 0 to 1. */
  readonly progress: number;
  /** Why it failed and where its log is. */
  readonly message: string | null;
  readonly uar: number | null;
  /** All its scores; null before it has finished. */
  readonly scores: Scores | null;
}

/** A figure of one arm over its seeds. */
export interface Estimate {
  readonly mean: number;
  /** 95 % interval over other seeds and other clips; 0 to 1 with a single seed. */
  readonly low: number;
  readonly high: number;
  /** Number of seeds. */
  readonly seeds: number;
}

export interface LearningCurve {
  readonly seed: number;
  readonly fold: number;
  /** After each epoch: mean training loss and validation UAR (null where not validated). */
  readonly loss: readonly number[];
  readonly uar: readonly (number | null)[];
}

/** What is concluded about one figure, as a verdict and as a sentence. */
export interface Concluded {
  readonly verdict: Verdict;
  readonly sentence: string;
}

/** How an arm differs from the base. */
export interface ComparisonToBase {
  readonly figures: Readonly<Record<FigureName, ComparedFigure>>;
  /** Difference in recall by emotion; null for an emotion without clips. */
  readonly perEmotion: readonly (PairedDifference | null)[];
  /** Difference in recall by sentiment of the head's own answer; null for a group without clips. */
  readonly perSentiment: readonly (PairedDifference | null)[];
  /** Difference in recall by sentiment group of the predicted emotion; null for a group without clips. */
  readonly perGroup: readonly (PairedDifference | null)[];
  /** For UAR; sets the colour of its interval. */
  readonly verdict: Verdict;
  /** {@link verdict} as a sentence. */
  readonly sentence: string;
  /** For the UAR of the sentiment head's own answer. */
  readonly sentiment: Concluded;
  /** For the UAR of the groups of the predicted emotions. */
  readonly group: Concluded;
}
