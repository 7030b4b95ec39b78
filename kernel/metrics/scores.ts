import type { ClipPrediction } from "../contracts/clipPrediction.js";
import type { Grouping } from "../contracts/labels.js";
import { clipScores } from "./clipScores.js";
import {
  type ClipsOfPeople,
  mergedClips,
  peopleEffect,
  recallInfluences,
  shareInfluences,
} from "./clusteredClips.js";
import {
  type ClassScores,
  classScores,
  clipCount,
  type Counts,
  macroF1,
  mergeClasses,
  rightCount,
  unweightedAverageRecall,
  weightedAverageRecall,
} from "./confusionMatrix.js";
import { reportedBeta } from "./fusion.js";
import { macroF1Interval } from "./macroF1Interval.js";
import { nameClips } from "./namedClips.js";
import {
  f1Interval,
  type Interval,
  type IntervalOptions,
  meanRateInterval,
  type RightOfClass,
} from "./rateInterval.js";

/** Rates from 0 to 1; NaN where no clip has both a label and a prediction. */
export interface Scores {
  /** Unweighted average recall over the emotions. */
  readonly uar: number;
  /** Weighted average recall: the share of clips classified correctly. */
  readonly war: number;
  readonly macroF1: number;
  /** As `uar`, over the sentiment groups: the sentiment head's own answer. */
  readonly sentimentUar: number;
  /** As `war`, for the sentiment head's own answer. */
  readonly sentimentWar: number;
  /** As `uar`, over the sentiment groups of the predicted emotions. */
  readonly groupUar: number;
  /** As `war`, over the sentiment groups of the predicted emotions. */
  readonly groupWar: number;
}

/** The names of the scores, in reporting order. */
export const scoreNames = [
  "uar",
  "war",
  "macroF1",
  "sentimentUar",
  "sentimentWar",
  "groupUar",
  "groupWar",
] as const;

/** What the scores are computed from: counts by true and predicted class. */
export interface Matrices {
  /** Of the emotions, `[C][C]`, in the order of the label set. */
  readonly matrix: Counts;
  /** Of the sentiment head's own answers, `[G][G]`. */
  readonly sentiment: { readonly matrix: Counts; readonly ofPeople?: ClipsOfPeople | null };
  /** The clips behind the matrix with their people; null or absent where clips do not name them. */
  readonly ofPeople?: ClipsOfPeople | null;
}

type EmotionScores = Omit<Scores, "sentimentUar" | "sentimentWar">;

/** The scores of clips that have been named and counted. */
export function scoresOf({ matrix, sentiment }: Matrices, labels: Grouping): Scores {
  const [sentimentUar, sentimentWar] = recallsOf(sentiment.matrix);
  return { ...emotionScores(matrix, labels), sentimentUar, sentimentWar };
}

function emotionScores(matrix: Counts, { groups }: Grouping): EmotionScores {
  const emotions = classScores(matrix);
  const [groupUar, groupWar] = recallsOf(
    mergeClasses(
      matrix,
      groups.map((group) => group.emotions),
    ),
  );
  return {
    uar: unweightedAverageRecall(emotions),
    war: weightedAverageRecall(matrix),
    macroF1: macroF1(emotions),
    groupUar,
    groupWar,
  };
}

/** UAR and WAR of a matrix of any classes. */
export function recallsOf(matrix: Counts): [uar: number, war: number] {
  return [unweightedAverageRecall(classScores(matrix)), weightedAverageRecall(matrix)];
}

/** The scores of predictions; clips without a label or a finite score are left out. */
export function scoresOfPredictions(
  predictions: readonly ClipPrediction[],
  labels: Grouping,
  beta: number = reportedBeta,
): Scores {
  return scoresOf(nameClips(predictions.map(clipScores), labels, beta), labels);
}

/** Intervals of {@link scoresOf} over other people and clips of the same kind, in closed form. */
export function scoreIntervals(
  { matrix, sentiment, ofPeople = null }: Matrices,
  { groups }: Grouping,
  { level = 0.95 }: IntervalOptions = {},
): Record<keyof Scores, Interval> {
  const members = groups.map(({ emotions }) => emotions);
  const [uar, war] = recallIntervals(matrix, level, ofPeople);
  const [sentimentUar, sentimentWar] = recallIntervals(sentiment.matrix, level, sentiment.ofPeople ?? null);
  const grouped = ofPeople && mergedClips(ofPeople, members);
  const [groupUar, groupWar] = recallIntervals(mergeClasses(matrix, members), level, grouped);
  const ofF1 = macroF1Interval(matrix, level, ofPeople);
  return { uar, war, macroF1: ofF1, sentimentUar, sentimentWar, groupUar, groupWar };
}

/** The intervals of {@link recallsOf}. */
export function recallIntervals(
  matrix: Counts,
  level: number,
  clips: ClipsOfPeople | null,
): [uar: Interval, war: Interval] {
  const classes = matrix.map((row, index): RightOfClass => ({
    right: row[index],
    clips: row.reduce((sum, count) => sum + count, 0),
  }));
  const all = { right: rightCount(matrix), clips: clipCount(matrix) };
  const ofUar = clips && peopleEffect(clips, recallInfluences(matrix), everyClip, recallsOf(matrix)[0]);
  return [
    meanRateInterval(classes, level, ofUar),
    meanRateInterval([all], level, shareEffect(clips, matrix)),
  ];
}

const everyClip = () => true;

/** How much more the share of right answers varies over people than over clips. */
function shareEffect(
  clips: ClipsOfPeople | null,
  matrix: Counts,
  counts: (truth: number, named: number) => boolean = everyClip,
) {
  if (clips === null) return null;
  const { influences, rate } = shareInfluences(matrix, counts);
  return peopleEffect(clips, influences, counts, rate);
}

/** The intervals of one class's scores; NaN where the class neither occurs nor is predicted. */
export type ClassIntervals = Readonly<Record<keyof Omit<ClassScores, "clips">, Interval>>;

/** Intervals of {@link classScores} over other people and clips of the same kind, for every class. */
export function classIntervals(
  { matrix, ofPeople = null }: Pick<Matrices, "matrix" | "ofPeople">,
  { level = 0.95 }: IntervalOptions = {},
): ClassIntervals[] {
  return matrix.map((row, index) => {
    const right = row[index];
    const clips = row.reduce((sum, count) => sum + count, 0);
    const times = matrix.reduce((sum, other) => sum + other[index], 0);
    const ofClass = shareEffect(ofPeople, matrix, (truth) => truth === index);
    const namedSo = shareEffect(ofPeople, matrix, (_, named) => named === index);
    const either = shareEffect(ofPeople, matrix, (truth, named) => truth === index || named === index);
    return {
      recall: meanRateInterval([{ right, clips }], level, ofClass),
      precision: meanRateInterval([{ right, clips: times }], level, namedSo),
      f1: f1Interval(right, clips + times - right, level, either),
    };
  });
}
