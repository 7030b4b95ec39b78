import type { LabelSet } from "../labels.js";
import type { ClipPrediction } from "./clipPrediction.js";

/** The beta that the published test script fixes for its confusion matrix (SPEC.md, section 7). */
export const reportedBeta = 0.3;

/** The eleven betas of the published sweep. */
export const betas: readonly number[] = Array.from({ length: 11 }, (_, step) => step / 10);

/**
 * Clip and emotion scores mixed: β·PG + (1-β)·PL2, log-probabilities mixed linearly, `[C]`.
 * @param beta 0 is the top-down branch alone, 1 the clip head alone
 */
export function fuse(prediction: ClipPrediction, beta: number = reportedBeta): number[] {
  const { clipLogProbabilities: clip, emotionLogProbabilities: emotion } = prediction;
  return clip.map((score, index) => beta * score + (1 - beta) * emotion[index]);
}

/** The emotion that the fused scores name. */
export function predictedEmotion(prediction: ClipPrediction, beta: number = reportedBeta): number {
  return largest(fuse(prediction, beta));
}

/** How a sentiment group is read from a prediction (SPEC.md, section 7). */
export type SentimentRule =
  /** The group of the named emotion, as in the published confusion matrix. */
  | "group of emotion"
  /** β·(sum of PG over each group) + (1-β)·PL1, as in the published sweep. */
  | "fused groups"
  /** Mean of the fused scores over each group + 5·PL1. */
  | "combined"
  /** The sentiment head alone. */
  | "sentiment head";

/** The sentiment group that a prediction names. */
export function predictedSentiment(
  prediction: ClipPrediction,
  labels: LabelSet,
  { beta = reportedBeta, rule = "group of emotion" }: { beta?: number; rule?: SentimentRule } = {},
): number {
  if (rule === "group of emotion") return labels.groupOf[predictedEmotion(prediction, beta)];
  return largest(sentimentScores(prediction, labels, beta, rule));
}

/** The scores behind {@link predictedSentiment}, `[G]`. */
export function sentimentScores(
  prediction: ClipPrediction,
  labels: LabelSet,
  beta: number,
  rule: Exclude<SentimentRule, "group of emotion">,
): number[] {
  const level = prediction.sentimentLogProbabilities;
  if (rule === "sentiment head") return [...level];
  if (rule === "combined") {
    const means = groupSum(fuse(prediction, beta), labels).map(
      (sum, group) => sum / labels.groups[group].emotions.length,
    );
    return means.map((mean, group) => mean + 5 * level[group]);
  }
  const sums = groupSum(prediction.clipLogProbabilities, labels);
  return sums.map((sum, group) => beta * sum + (1 - beta) * level[group]);
}

/** The sum of an emotion's values over each group, `[C]` to `[G]`. */
export function groupSum(values: readonly number[], labels: LabelSet): number[] {
  return labels.groups.map(({ emotions }) => emotions.reduce((sum, emotion) => sum + values[emotion], 0));
}

/** The index of the largest value; the first of equals. */
export function largest(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > values[best] ? index : best), 0);
}
