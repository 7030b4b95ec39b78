import type { LabelSet } from "../labels.js";
import type { ClipPrediction } from "./clipPrediction.js";
import { bootstrapIntervals, type BootstrapOptions, type Interval } from "./bootstrap.js";
import {
  confusionMatrix,
  macroF1,
  unweightedAverageRecall,
  weightedAverageRecall,
} from "./confusionMatrix.js";
import { predictedEmotion, predictedSentiment, reportedBeta } from "./fusion.js";

/** Rates from 0 to 1. */
export interface Scores {
  /** Unweighted average recall over the emotions. */
  readonly uar: number;
  /** Weighted average recall: the share of clips named right. */
  readonly war: number;
  readonly macroF1: number;
  /** As `uar`, over the sentiment groups of the named emotions. */
  readonly sentimentUar: number;
  /** As `war`, over the sentiment groups of the named emotions. */
  readonly sentimentWar: number;
}

/** True and named emotions of the labelled clips among `predictions`. */
export function namedEmotions(
  predictions: readonly ClipPrediction[],
  beta: number = reportedBeta,
): { truths: number[]; named: number[] } {
  const labelled = predictions.filter((prediction) => prediction.label !== null);
  return {
    truths: labelled.map((prediction) => prediction.label!),
    named: labelled.map((prediction) => predictedEmotion(prediction, beta)),
  };
}

/** The scores of true and named emotions. */
export function scoresOf(truths: readonly number[], named: readonly number[], labels: LabelSet): Scores {
  const emotions = confusionMatrix(truths, named, labels.emotions.length);
  const groupOf = (emotion: number) => labels.groupOf[emotion];
  const groups = confusionMatrix(truths.map(groupOf), named.map(groupOf), labels.groups.length);
  return {
    uar: unweightedAverageRecall(emotions),
    war: weightedAverageRecall(emotions),
    macroF1: macroF1(emotions),
    sentimentUar: unweightedAverageRecall(groups),
    sentimentWar: weightedAverageRecall(groups),
  };
}

/** Bootstrap intervals of {@link scoresOf} over the clips. */
export function scoreIntervals(
  truths: readonly number[],
  named: readonly number[],
  labels: LabelSet,
  options?: BootstrapOptions,
): Record<keyof Scores, Interval> {
  const statistics = (indices: Int32Array): Record<keyof Scores, number> => {
    const drawnTruths = Array.from(indices, (index) => truths[index]);
    const drawnNames = Array.from(indices, (index) => named[index]);
    return { ...scoresOf(drawnTruths, drawnNames, labels) };
  };
  return bootstrapIntervals(truths.length, statistics, options);
}

/** Scores of the sentiment groups where a rule other than the named emotion's group is wanted. */
export function sentimentMatrix(
  predictions: readonly ClipPrediction[],
  labels: LabelSet,
  options: Parameters<typeof predictedSentiment>[2],
): number[][] {
  const labelled = predictions.filter((prediction) => prediction.label !== null);
  const truths = labelled.map((prediction) => labels.groupOf[prediction.label!]);
  const named = labelled.map((prediction) => predictedSentiment(prediction, labels, options));
  return confusionMatrix(truths, named, labels.groups.length);
}
