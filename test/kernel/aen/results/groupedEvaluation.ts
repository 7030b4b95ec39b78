import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { Evaluation } from "../../../../kernel/aen/results/evaluation.js";
import { answer, type GroupedAnswer } from "../../metrics/groupedAnswers.js";
import { greyClip } from "./evaluatedClips.js";

/** An evaluation of grey clips that say which group of skin they belong to. */
export function groupedEvaluation(answers: readonly GroupedAnswer[]): Evaluation {
  const predictions = answers.map(([, truth, named], index) => {
    const { label, clip, emotion, sentiment } = answer(truth, named);
    const numbers = (scores: readonly (number | null)[]) => scores.map((score) => score ?? NaN);
    return {
      ...{ clip: `clip ${index}`, label, frameNumbers: [0], sentimentLogProbabilities: numbers(sentiment) },
      ...{ clipLogProbabilities: numbers(clip), emotionLogProbabilities: numbers(emotion) },
    };
  });
  const clips = answers.map(([group, , , person], index) => ({
    ...greyClip(predictions[index]),
    identity: person === undefined ? null : `person ${person}`,
    ...(group !== undefined && { groups: { skin: group } }),
  }));
  return new Evaluation(new ClipSet(clips, dfewLabels), predictions);
}
