import type { LabelSet } from "../labels.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import type { ArmRun, LearningCurve, SummaryClip } from "./ablationSummary.js";

/** An arm as the summary needs it: its loss and its other settings in words, and its runs so far. */
export interface ArmState {
  readonly name: string;
  /** Weight by term name; a term that is missing is off. */
  readonly weights: ReadonlyMap<string, number>;
  readonly settings: readonly string[];
  /** Whether it divides the emotions into other groups than the base: its sentiment head cannot be compared then. */
  readonly hasOtherGroups?: boolean;
  /** Whether its network has no head for sentiment, as most baselines: there is no answer to score or to compare. */
  readonly hasNoSentimentHead?: boolean;
  /** One per seed and fold, seeds outermost, folds innermost. */
  readonly runs: readonly RunState[];
}

export interface RunState extends Omit<ArmRun, "scores"> {
  /** The finished run's predictions for its test clips; null before. */
  readonly predictions: readonly ClipPrediction[] | null;
  readonly curve: Pick<LearningCurve, "loss" | "uar">;
  /** Device, versions and data of the run; null before it ran. */
  readonly circumstances: Circumstances | null;
}

/** What must be the same for all runs of a study, by name, e.g. device: "cpu". */
export type Circumstances = Readonly<Record<string, string>>;

/** Everything known about a study. The first arm is the base. */
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
  /** What differs between seeds and what they share, in short sentences. */
  readonly seedsVary: readonly string[];
}
