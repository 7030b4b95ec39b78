import type { ClipScores } from "../contracts/clipScores.js";
import type { EmotionGroup } from "../contracts/labels.js";
import { fuse, predictedEmotion } from "./fusion.js";
import { argmax } from "./probabilities.js";

/**
 * The published ways to read a clip's sentiment from the heads (SPEC.md, section 7), the sentiment head's own answer
 * first. "fused groups" at beta 0 is "head", at beta 1 "clip head". Sums of log-probabilities favour a group of one
 * emotion: they are published so and kept so.
 */
export const sentimentRules = [
  /** PL1 alone. */
  "head",
  /** The sum of PG over each group. */
  "clip head",
  /** β·(sum of PG over each group) + (1-β)·PL1, as in the published sweep. */
  "fused groups",
  /** Mean of the fused emotion scores over each group + 5·PL1. */
  "combined",
  /** The group of the predicted emotion, as in the published confusion matrix. */
  "group of the emotion",
] as const;

export type SentimentRule = (typeof sentimentRules)[number];

/** The rules whose answer depends on beta. */
export const rulesWithBeta: ReadonlySet<SentimentRule> = new Set([
  "fused groups",
  "combined",
  "group of the emotion",
]);

type Heads = Pick<ClipScores, "clip" | "sentiment" | "emotion">;
type Groups = readonly Pick<EmotionGroup, "emotions">[];

/** The score of each sentiment group under a rule, `[G]`; NaN where a score in use is not finite. */
export function sentimentScores(
  heads: Heads,
  groups: Groups,
  beta: number,
  rule: Exclude<SentimentRule, "group of the emotion">,
): number[] {
  if (rule === "combined") return combinedScores(heads, groups, beta);
  const share = rule === "fused groups" ? beta : rule === "head" ? 0 : 1;
  return groups.map(({ emotions }, group) => {
    const clip = share === 0 ? 0 : share * sum(emotions.map((emotion) => finite(heads.clip[emotion])));
    return clip + (share === 1 ? 0 : (1 - share) * finite(heads.sentiment[group]));
  });
}

function combinedScores(heads: Heads, groups: Groups, beta: number): number[] {
  const fused = fuse(heads, beta);
  return groups.map(
    ({ emotions }, group) =>
      sum(emotions.map((emotion) => fused[emotion])) / emotions.length + 5 * finite(heads.sentiment[group]),
  );
}

/** The sentiment group predicted under a rule, the first on ties; -1 when a score in use is not finite. */
export function predictedSentiment(heads: Heads, groups: Groups, beta: number, rule: SentimentRule): number {
  if (rule !== "group of the emotion") return argmax(sentimentScores(heads, groups, beta, rule));
  return groupOfEmotion(groups, predictedEmotion(heads, beta));
}

/** The predicted sentiment group of each clip, `[clips]`; -1 where there is none. */
export function predictedSentiments(
  clips: readonly Heads[],
  groups: Groups,
  beta: number,
  rule: SentimentRule,
): Int16Array {
  return Int16Array.from(clips, (clip) => predictedSentiment(clip, groups, beta, rule));
}

/** The index of the group that an emotion belongs to; -1 for -1. */
export function groupOfEmotion(groups: Groups, emotion: number): number {
  return groups.findIndex(({ emotions }) => emotions.includes(emotion));
}

/** Sums per-emotion values over each group, `[C]` to `[G]`. */
export function groupSum(values: readonly number[], groups: Groups): number[] {
  return groups.map(({ emotions }) => sum(emotions.map((emotion) => values[emotion])));
}

function finite(score: number | null | undefined): number {
  return Number.isFinite(score) ? score! : NaN;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
