import type { MappedClips } from "../clips/mapLabels.js";
import type { ClipPrediction } from "../../contracts/clipPrediction.js";
import { Evaluation } from "./evaluation.js";
import type { Answers } from "./labelMapping.js";
import { amongShared } from "./sharedAnswers.js";

/**
 * The results on clips of another data set.
 * @param predictions one per clip of `clips`, in the same order, with labels in the network's emotions
 * @throws RangeError for answers among fewer than two shared emotions
 */
export function mappedEvaluation(
  { clips, emotionOf, leftOut, shared }: MappedClips,
  predictions: readonly ClipPrediction[],
  { answers = "all", beta }: { readonly answers?: Answers; readonly beta?: number } = {},
): Evaluation {
  const predicted = { clips, predictions };
  const counted = answers === "shared" ? amongShared(predicted, shared) : predicted;
  const { emotions } = clips.labels;
  const mapping = { emotionOf, leftOut, shared, emotions, answers };
  return new Evaluation(counted.clips, counted.predictions, beta, {}, mapping);
}
