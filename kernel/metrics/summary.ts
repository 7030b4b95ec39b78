import type { Grouping } from "../contracts/labels.js";
import type { IntervalOptions } from "./rateInterval.js";
import { clipCount, mergeClasses, rightCount } from "./confusionMatrix.js";
import type { NamedClips } from "./namedClips.js";
import { peopleCount } from "./clusteredClips.js";
import { neverNamed, type NeverNamed } from "./neverNamed.js";
import { scoreIntervals, scoreNames, type Scores, scoresOf } from "./scores.js";

/** A score with its interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The summary below a confusion matrix. */
export interface ConfusionSummary extends Readonly<Record<keyof Scores, Estimate>> {
  /** Number of clips counted. */
  readonly clips: number;
  readonly unlabelled: number;
  /** Number of labelled clips whose scores are not finite. */
  readonly unpredicted: number;
  /** Number of labelled clips for which the sentiment head's scores are not finite. */
  readonly sentimentUnpredicted: number;
  /** Emotions that have clips but are never predicted. */
  readonly emotionsNeverNamed: readonly NeverNamed[];
  /** Sentiment groups that have clips but that the sentiment head never predicts. */
  readonly sentimentsNeverNamed: readonly NeverNamed[];
  readonly errors: number;
  /** Number of errors within the same sentiment group. */
  readonly errorsWithinGroup: number;
  /** How many people the counted clips show; null where no clip names them: each counts as another person's. */
  readonly people: number | null;
  /** How many of the people are clips that name no one. */
  readonly nameless: number;
  /** The confidence of the intervals, e.g. 0.95. */
  readonly level: number;
}

/** The scores of classified clips with their intervals, and how many errors stay within a sentiment group. */
export function summarize(
  clips: NamedClips,
  labels: Grouping,
  options: IntervalOptions = {},
): ConfusionSummary {
  const { matrix, sentiment, unlabelled, unpredicted } = clips;
  const scores = scoresOf(clips, labels);
  const intervals = scoreIntervals(clips, labels, options);
  const estimates = scoreNames.map((name) => {
    const { low, high } = intervals[name];
    return [name, { value: scores[name], low, high }];
  });
  return {
    ...(Object.fromEntries(estimates) as Record<keyof Scores, Estimate>),
    ...errorCounts(clips, labels),
    clips: clipCount(matrix),
    unlabelled,
    unpredicted,
    sentimentUnpredicted: sentiment.unpredicted,
    emotionsNeverNamed: neverNamed(matrix, labels.emotions),
    sentimentsNeverNamed: neverNamed(
      sentiment.matrix,
      labels.groups.map(({ name }) => name),
    ),
    people: peopleCount(clips.ofPeople),
    nameless: clips.nameless,
    level: intervals.uar.level,
  };
}

/** How many clips were misclassified, and how many of those within their sentiment group. */
export function errorCounts(
  { matrix }: Pick<NamedClips, "matrix">,
  { groups }: Grouping,
): Pick<ConfusionSummary, "errors" | "errorsWithinGroup"> {
  const right = rightCount(matrix);
  const sentiment = mergeClasses(
    matrix,
    groups.map(({ emotions }) => emotions),
  );
  return { errors: clipCount(matrix) - right, errorsWithinGroup: rightCount(sentiment) - right };
}
