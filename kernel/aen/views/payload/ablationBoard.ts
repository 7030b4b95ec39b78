import type { ClipPayload, LabelsPayload } from "./clips.js";

/** A figure with its 95 % interval, as a rate or a difference of rates (0.01 is one point). */
export interface EstimatePayload {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** One run of an arm. Rates from 0 to 1. */
export interface ArmRunPayload {
  readonly seed: number;
  readonly fold?: number;
  readonly state: "waiting" | "running" | "finished" | "failed";
  /** Why it failed, or where its log is. */
  readonly message?: string;
  readonly uar?: number | null;
  readonly war?: number | null;
  readonly sentimentUar?: number | null;
  readonly sentimentWar?: number | null;
  /** UAR by epoch. */
  readonly curve?: readonly (number | null)[];
}

/** What an arm differs by from the base, paired over seeds and folds. */
export interface ArmEffectPayload {
  readonly uar: EstimatePayload;
  readonly sentimentUar?: EstimatePayload;
  /** After Holm's correction, of the UAR difference. */
  readonly pValue?: number | null;
  /** Whether an effect could be shown; rows where it could not are grey. */
  readonly shown: boolean;
  /** One plain sentence, e.g. "no difference could be shown: -0.4 points UAR, 95 % interval -1.9 to +1.0, 5 seeds". */
  readonly verdict: string;
  /** Difference of recall by emotion, in the order of the labels. */
  readonly recall?: readonly EstimatePayload[];
}

/** McNemar's exact test (1947) of the run of an arm and the base's with the same seed, clip by clip. */
export interface PairedClipsPayload {
  readonly seed: number;
  /** Clips that only the base's run, and only the arm's, named right. */
  readonly onlyBase: number;
  readonly onlyArm: number;
  readonly p: number;
}

export interface ArmPayload {
  readonly name: string;
  /** Weight of each of the board's terms in this arm, in their order; 0 where it is off. */
  readonly weights: readonly number[];
  /** What else differs from the base, e.g. "grouping: positive against the rest". */
  readonly changes?: string;
  readonly runs: readonly ArmRunPayload[];
  /** Mean over the runs. */
  readonly uar?: EstimatePayload;
  /** Absent for the base, and before two runs can be paired. */
  readonly effect?: ArmEffectPayload;
  /** One for each seed that both have finished; absent for the base. */
  readonly pairedClips?: readonly PairedClipsPayload[];
  /**
   * Predictions of the arm (of one run, or of all seeds one after the other), for its confusion matrix.
   * @maxItems 200000
   */
  readonly clips?: readonly ClipPayload[];
}

/** Data of an ablation board, `application/vnd.aen.ablation-board.v1+json`. */
export interface AblationBoardPayload {
  readonly view: "ablation-board";
  readonly version: 1;
  readonly title?: string;
  /** Identifies the study in messages to the kernel. */
  readonly study: string;
  readonly state: "planned" | "running" | "paused" | "stopped" | "finished" | "failed";
  readonly message?: string;
  readonly secondsLeft?: number;
  readonly labels: LabelsPayload;
  readonly beta: number;
  /** Names of the loss terms (or other switches), in the order of the columns. */
  readonly terms: readonly string[];
  /**
   * The first is the base.
   * @minItems 1
   * @maxItems 1000
   */
  readonly arms: readonly ArmPayload[];
  /** What makes arms hard to compare, e.g. runs on different devices. */
  readonly warnings?: readonly string[];
}
