import type { ClipPayload, LabelsPayload } from "./clips.js";

/** A rate, or a difference of rates (0.01 is one point), with its 95 % interval. */
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
  /** Over the sentiment groups: the sentiment head's own answer. */
  readonly sentimentUar?: number | null;
  readonly sentimentWar?: number | null;
  /** Over the sentiment groups of the predicted emotions. */
  readonly groupUar?: number | null;
  readonly groupWar?: number | null;
  /** UAR after each epoch. */
  readonly curve?: readonly (number | null)[];
}

/** What is concluded about one figure. */
export interface ConcludedPayload {
  /** Whether an effect could be shown. */
  readonly shown: boolean;
  /** One plain sentence. */
  readonly verdict: string;
}

/** The difference between an arm and the base, paired by seed and fold. */
export interface ArmEffectPayload {
  readonly uar: EstimatePayload;
  /**
   * Over the sentiment groups: the sentiment head's own answer. Without `groupUar`, which older versions did not have,
   * the groups of the predicted emotions.
   */
  readonly sentimentUar?: EstimatePayload;
  /** Over the sentiment groups of the predicted emotions. */
  readonly groupUar?: EstimatePayload;
  /** What is concluded about `sentimentUar`. */
  readonly sentiment?: ConcludedPayload;
  /** What is concluded about `groupUar`. */
  readonly group?: ConcludedPayload;
  /** Of the UAR difference, simultaneous over all arms (Dunnett). */
  readonly pValue?: number | null;
  /** Whether an effect was shown; other rows are grey. */
  readonly shown: boolean;
  /** One plain sentence, e.g. "no difference could be shown: -0.4 points UAR, 95 % interval -1.9 to +1.0, 5 seeds". */
  readonly verdict: string;
  /** Difference in the recall of each emotion, in the order of the labels. */
  readonly recall?: readonly EstimatePayload[];
  /** Difference of the sentiment head's recall by group, in the order of the labels. */
  readonly sentimentRecall?: readonly EstimatePayload[];
}

/** McNemar's exact test (1947), clip by clip, of an arm's run against the base's run with the same seed. */
export interface PairedClipsPayload {
  readonly seed: number;
  /** Number of clips that only the base's run classified correctly. */
  readonly onlyBase: number;
  /** Number of clips that only the arm's run classified correctly. */
  readonly onlyArm: number;
  readonly p: number;
}

export interface ArmPayload {
  readonly name: string;
  /** Weight of each of the board's terms in this arm, in the board's order; 0 for a term that is off. */
  readonly weights: readonly number[];
  /** Other differences from the base, e.g. "grouping: positive against the rest". */
  readonly changes?: string;
  readonly runs: readonly ArmRunPayload[];
  /** Mean over the runs. */
  readonly uar?: EstimatePayload;
  /** Mean over the runs: the sentiment head's own answer. */
  readonly sentimentUar?: EstimatePayload;
  /** Mean over the runs: the groups of the predicted emotions. */
  readonly groupUar?: EstimatePayload;
  /** The sentiment groups that have clips but that the sentiment head names in no run, by name. */
  readonly sentimentsNeverNamed?: readonly string[];
  /** Absent for the base, and until both arms have finished a seed. */
  readonly effect?: ArmEffectPayload;
  /** One for each seed that both arms have finished; absent for the base. */
  readonly pairedClips?: readonly PairedClipsPayload[];
  /**
   * The predictions of all finished runs of the arm, concatenated, for its confusion matrix.
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
  /** Names of the loss terms (or other switches), in column order. */
  readonly terms: readonly string[];
  /**
   * The first is the base.
   * @minItems 1
   * @maxItems 1000
   */
  readonly arms: readonly ArmPayload[];
  /** Reasons why arms may not be comparable, e.g. runs on different devices. */
  readonly warnings?: readonly string[];
  /** What differs between seeds and what they share, in short sentences. */
  readonly seedsVary?: readonly string[];
}
