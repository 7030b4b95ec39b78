import type { ClipPrediction } from "../../../contracts/clipPrediction.js";
import { reportLines } from "../../../figures/confusionMatrix/confusionReport.js";
import { clipScores } from "../../../metrics/clipScores.js";
import { reportedBeta } from "../../../metrics/fusion.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { KnownClips } from "../../clips/knownClips.js";
import type { LabelSet } from "../../labels.js";
import type { EvaluationFigures } from "../../model/card/runFacts.js";
import { sharedPeople } from "./clipFigures.js";

/** The last evaluation of a run: from this session with its clips, or from the record, which has only predictions. */
export interface LastEvaluation {
  readonly predictions: readonly ClipPrediction[];
  /** @default 0.3 */
  readonly beta?: number;
  /** The evaluated clips, if they are known. */
  readonly clips?: ClipSet;
  /** Absent for frames in time. */
  readonly frameOrder?: string;
  /** The epochs that the run had had by then, pretraining included. */
  readonly epochs?: number;
}

/**
 * What a card says of an evaluation.
 * @param learnt the sets of clips that the network learnt from
 * @param epochsNow the epochs that the run has had until now
 */
export function evaluationFigures(
  { predictions, beta = reportedBeta, clips, frameOrder, epochs = Infinity }: LastEvaluation,
  labels: LabelSet,
  learnt: readonly ClipSet[],
  epochsNow: number,
): EvaluationFigures {
  const known = new KnownClips(learnt.flatMap((set) => set.clips));
  const evaluated = new Map(clips?.clips.map((clip) => [clip.id, clip]));
  const wasLearnt = ({ clip: id }: ClipPrediction): boolean => {
    const clip = evaluated.get(id);
    return clip ? known.has(clip) : known.hasId(id);
  };
  const shared = learnt.map((set) => (clips ? sharedPeople(clips, set) : null));
  return {
    clips: predictions.length,
    clipsInTraining: predictions.filter(wasLearnt).length,
    peopleInTraining: shared.includes(null) ? null : Math.max(0, ...(shared as number[])),
    ...(frameOrder !== undefined && { frameOrder }),
    from: clips ? "session" : "record",
    outdated: epochs < epochsNow,
    lines: reportLines({ clips: predictions.map(clipScores), labels, beta }),
  };
}
