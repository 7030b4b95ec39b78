import type { LabelSet } from "../labels.js";
import type { ClipPrediction } from "../metrics/clipPrediction.js";
import type { ArmRun, LearningCurve, SummaryClip } from "./ablationSummary.js";

/** An arm as the summary needs it: its loss and its other settings in words, and the runs it has so far. */
export interface ArmState {
  readonly name: string;
  /** Weight by term name; a term that is missing is off. */
  readonly weights: ReadonlyMap<string, number>;
  readonly settings: readonly string[];
  /** One per seed and fold, seeds outermost, folds innermost. */
  readonly runs: readonly RunState[];
}

export interface RunState extends ArmRun {
  /** What the finished run said of its test clips; null before. */
  readonly predictions: readonly ClipPrediction[] | null;
  readonly curve: Pick<LearningCurve, "loss" | "uar">;
  /** What the run ran on; null before it ran. */
  readonly circumstances: Circumstances | null;
}

/** What must be the same for all runs of a study, by name, e.g. device: "cpu". */
export type Circumstances = Readonly<Record<string, string>>;

/** All that is known of a study. The first arm is the base. */
export interface StudyState {
  readonly name: string;
  readonly state: "planned" | "running" | "paused" | "stopped" | "finished";
  readonly labels: LabelSet;
  /** The clips on which the arms are judged, all folds together. */
  readonly clips: readonly SummaryClip[];
  readonly seeds: readonly number[];
  readonly folds: number;
  readonly beta: number;
  readonly arms: readonly ArmState[];
  readonly secondsLeft: number | null;
  readonly warnings: readonly string[];
}
