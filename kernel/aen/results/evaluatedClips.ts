import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import type { Scores } from "../../metrics/scores.js";
import type { ClipSet } from "../clips/clipSet.js";
import type { LabelSet } from "../labels.js";
import type { EvaluatedClip } from "./evaluatedClip.js";

/** An evaluation as needed to show its clips. */
export interface EvaluatedClips extends Scores {
  readonly clips: ClipSet;
  readonly labels: LabelSet;
  readonly beta: number;
  /** One per clip of `clips`, in the same order. */
  readonly predictions: readonly ClipPrediction[];
  readonly evaluated: readonly EvaluatedClip[];
}
