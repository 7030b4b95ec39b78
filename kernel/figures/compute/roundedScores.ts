import type { ClipScores } from "../../contracts/clipScores.js";
import type { EmotionGroup } from "../../contracts/labels.js";
import { groupSum } from "../../metrics/sentiment.js";

type Heads = Omit<ClipScores, "label" | "person">;
type Groups = readonly Pick<EmotionGroup, "emotions">[];

/** The betas that the slider of a view can show. */
const sliderBetas = Float64Array.from({ length: 101 }, (_, step) => step / 100);

const fewestDecimals = 4;
const mostDecimals = 12;

/**
 * The scores of the three heads, rounded to as few decimals (at least four) as certainly keep the predicted emotion
 * and, under every published rule, the predicted sentiment at every beta of a view, so that view and kernel count the
 * same. Scores that are not finite become null.
 * @param beta an additional beta at which no prediction must change
 * @param groups the sentiment groups; without them only the sentiment head's own answer is kept
 */
export function roundedHeads(heads: Heads, beta: number, groups: Groups = []): Heads {
  const mixes = [emotions(heads), ...(groups.length > 0 ? sentiments(heads, groups) : [head(heads)])];
  const margins = mixes.map(
    ({ clip, topDown, moves }) =>
      Math.min(smallestLead(clip, topDown, sliderBetas), smallestLead(clip, topDown, [beta])) / moves,
  );
  const decimals = decimalsFor(Math.min(...margins));
  const { clip, sentiment, emotion } = heads;
  return {
    clip: rounded(clip, decimals),
    sentiment: rounded(sentiment, decimals),
    emotion: rounded(emotion, decimals),
  };
}

/** Scores that are mixed as beta·clip + (1-beta)·topDown. */
interface Mix {
  readonly clip: readonly number[];
  readonly topDown: readonly number[];
  /** By how many times 10^-d two mixed scores move relative to each other when the heads are rounded to d decimals. */
  readonly moves: number;
}

function emotions({ clip, emotion }: Heads): Mix {
  return { clip: clip.map(numberOf), topDown: emotion.map(numberOf), moves: 1 };
}

function head({ sentiment }: Heads): Mix {
  const scores = sentiment.map(numberOf);
  return { clip: scores, topDown: scores, moves: 1 };
}

/** The rules "fused groups" and "combined" of reading sentiment; the others are these at a beta of 0 or 1. */
function sentiments(heads: Heads, groups: Groups): Mix[] {
  const sentiment = heads.sentiment.map(numberOf);
  const sums = [heads.clip, heads.emotion].map((scores) => groupSum(scores.map(numberOf), groups));
  const [clip, topDown] = sums.map((ofHead) =>
    ofHead.map((sum, group) => sum / groups[group].emotions.length + 5 * sentiment[group]),
  );
  const largest = Math.max(...groups.map((group) => group.emotions.length));
  return [
    { clip: sums[0], topDown: sentiment, moves: largest },
    { clip, topDown, moves: 6 },
  ];
}

function numberOf(score: number | null): number {
  return score ?? NaN;
}

function decimalsFor(margin: number): number {
  for (let decimals = fewestDecimals; decimals <= mostDecimals; decimals += 1) {
    if (margin > 1.001 * 10 ** -decimals) return decimals;
  }
  return Infinity;
}

/** The smallest lead of the largest mixed score over the second; NaN if a score is not finite. */
function smallestLead(clip: readonly number[], topDown: readonly number[], betas: ArrayLike<number>): number {
  let smallest = Infinity;
  for (let b = 0; b < betas.length; b += 1) {
    let first = -Infinity;
    let second = -Infinity;
    for (let c = 0; c < clip.length; c += 1) {
      const score = betas[b] * clip[c] + (1 - betas[b]) * topDown[c];
      if (!Number.isFinite(score)) return NaN;
      if (score > first) [first, second] = [score, first];
      else if (score > second) second = score;
    }
    if (clip.length > 1) smallest = Math.min(smallest, first - second);
  }
  return smallest;
}

/** Each value rounded to this many decimals, unrounded for Infinity; null for one that is not finite. */
export function rounded(
  values: readonly (number | null)[],
  decimals: number = fewestDecimals,
): (number | null)[] {
  const scale = 10 ** decimals;
  return Array.from(values, (value) => {
    if (!Number.isFinite(value)) return null;
    return decimals === Infinity ? value : Math.round(value! * scale) / scale;
  });
}
