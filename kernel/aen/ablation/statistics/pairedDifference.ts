import { bootstrapQuantiles } from "./bootstrapQuantiles.js";
import { average, normalTail, sampleVariance, tQuantile, tTail } from "./distributions.js";
import type { ScoredRun } from "./scoredRun.js";

const fewPairs = 5;

/** A mean difference between two arms with what can be said of its uncertainty. Rates, not points: 0.01 = one point. */
export interface PairedDifference {
  /** Mean over the pairs of runs of arm minus base. */
  readonly mean: number;
  /** Standard error for other seeds and other clips of the same kind; NaN with a single pair. */
  readonly standardError: number;
  /** Degrees of freedom of the standard error; infinite when the seeds made no difference. */
  readonly degreesOfFreedom: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** Two-sided, not yet corrected for the number of arms; 1 when nothing can be said. */
  readonly p: number;
  /** Pairs of runs, one per seed. */
  readonly pairs: number;
}

export interface IntervalOptions {
  /** Default 0.95. */
  readonly level?: number;
  /** Draws of the bootstrap (4000 is plenty); without it the interval takes its shape from the t distribution. */
  readonly replicates?: number;
  /** Of the bootstrap. Default 1. */
  readonly seed?: number;
}

/**
 * How much an arm differs from the base, for seeds and clips at large.
 *
 * The runs of a study are few (5 seeds) and are all tested on the same clips, so that two things vary: the
 * training (seed) and the choice of the test clips. This is the layout of multi-reader multi-case studies in
 * radiology, seeds in the place of readers, and is treated as there (Obuchowski and Rockette 1995): the variance
 * of the mean difference is
 *
 *     variance between pairs / pairs + max(mean covariance of two pairs due to the clips, 0)
 *
 * with the degrees of freedom of Hillis (2007), or pairs - 1 below five pairs, where Hillis' are too hopeful.
 * From five pairs on the interval can take its shape from a bootstrap over seeds and clips
 * ({@link bootstrapQuantiles}). Assumed: seeds
 * are independent; a run's figure over seeds is roughly normal; clips are independent within their class. Folds
 * are pooled first, so that a pair is a seed with all its folds.
 *
 * The p value takes pairs - 1 degrees of freedom: corrected for several arms it lies far out in the tail, where
 * Hillis' would show differences that are none in more than 5 % of studies (simulated; so are the intervals, which
 * hold the true difference in 93 to 97 %).
 *
 * @param arm one run per seed @param base the runs of the base with the same seeds, in the same order
 */
export function pairedDifference(
  arm: readonly ScoredRun[],
  base: readonly ScoredRun[],
  options: IntervalOptions = {},
): PairedDifference {
  const pairs = arm.map((run, pair) => subtract(run, base[pair]));
  const mean = average(pairs.map(({ value }) => value));
  const { standardError, degreesOfFreedom } = spread(pairs);
  const estimate = { mean, standardError, degreesOfFreedom, pairs: pairs.length };
  if (pairs.length < 2) return { ...estimate, low: -1, high: 1, p: 1 };
  if (standardError === 0) return { ...estimate, low: mean, high: mean, p: 1 };
  const [low, high] = quantiles(pairs, degreesOfFreedom, options);
  return {
    ...estimate,
    low: mean + standardError * low,
    high: mean + standardError * high,
    p: 2 * tTail(Math.abs(mean) / standardError, pairs.length - 1),
  };
}

function subtract(arm: ScoredRun, base: ScoredRun): ScoredRun {
  const influence = arm.influence.map((value, clip) => value - base.influence[clip]);
  return { value: arm.value - base.value, influence };
}

function spread(pairs: readonly ScoredRun[]): { standardError: number; degreesOfFreedom: number } {
  if (pairs.length < 2) return { standardError: NaN, degreesOfFreedom: 0 };
  const betweenPairs = sampleVariance(pairs.map(({ value }) => value)) / pairs.length;
  const variance = betweenPairs + Math.max(covarianceDueToClips(pairs), 0);
  const hillis = (variance / betweenPairs) ** 2 * (pairs.length - 1);
  return {
    standardError: Math.sqrt(variance),
    degreesOfFreedom: pairs.length < fewPairs ? pairs.length - 1 : hillis,
  };
}

/** Standardised quantiles of the error of the mean, e.g. [-2.2, 2.1]. */
function quantiles(pairs: readonly ScoredRun[], degrees: number, options: IntervalOptions): [number, number] {
  const { level = 0.95, replicates = 0, seed = 1 } = options;
  const t = tQuantile((1 + level) / 2, degrees);
  if (replicates === 0 || pairs.length < fewPairs) return [-t, t];
  return bootstrapQuantiles(pairs, normalTail(t), replicates, seed);
}

/** Mean over the pairs of pairs of the covariance of their differences under sampling of the clips. */
function covarianceDueToClips(pairs: readonly ScoredRun[]): number {
  let squareOfSum = 0;
  let sumOfSquares = 0;
  for (let clip = 0; clip < pairs[0].influence.length; clip++) {
    let sum = 0;
    for (const { influence } of pairs) {
      sum += influence[clip];
      sumOfSquares += influence[clip] ** 2;
    }
    squareOfSum += sum * sum;
  }
  return (squareOfSum - sumOfSquares) / (pairs.length * (pairs.length - 1));
}
