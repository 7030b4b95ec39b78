import { classScores, clipCount, type Counts, macroF1 } from "./confusionMatrix.js";
import { type ClipsOfPeople, type Influences, peopleEffect } from "./clusteredClips.js";
import { type Interval, rateInterval } from "./rateInterval.js";

/**
 * Interval of the macro F1: Wilson's for as many clips as give its variance by the delta method (Takahashi et al. 2022,
 * "Confidence interval for micro-averaged F1 and macro-averaged F1 scores"). NaN without clips.
 * @param ofPeople the clips behind the matrix with their people; null counts each clip as another person's
 */
export function macroF1Interval(
  matrix: Counts,
  level: number,
  ofPeople: ClipsOfPeople | null = null,
): Interval {
  const clips = clipCount(matrix);
  if (clips === 0) return { low: NaN, high: NaN, level };
  const value = macroF1(classScores(matrix));
  const influences = influencesOf(matrix);
  const variance = matrix.reduce(
    (sum, row, truth) =>
      sum + row.reduce((all, count, named) => all + count * influences[truth][named] ** 2, 0),
    0,
  );
  const enough = variance > 0 ? Math.min(2 * clips, (value * (1 - value)) / variance) : clips;
  return rateInterval(
    value,
    enough,
    level,
    ofPeople && peopleEffect(ofPeople, influences, () => true, value),
  );
}

/** The influences of the clips: each raises the F1 of its class or lowers that of two. */
function influencesOf(matrix: Counts): Influences {
  const scores = classScores(matrix);
  const known = scores.filter(({ f1 }) => f1 !== null).length;
  const counted = scores.map(({ clips }, index) => clips + matrix.reduce((sum, row) => sum + row[index], 0));
  const drop = scores.map(({ f1 }, index) => (f1 === null ? 0 : f1 / counted[index]));
  return matrix.map((row, truth) =>
    row.map((count, named) => {
      if (count === 0) return 0;
      const gain = truth === named ? 2 / counted[truth] : 0;
      return (gain - drop[truth] - drop[named]) / known;
    }),
  );
}
