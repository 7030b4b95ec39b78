import { average, sampleVariance } from "./distributions.js";
import type { ScoredRun } from "./scoredRun.js";

/**
 * What the variance of a mean over seeds consists of, where every seed is tested on the same clips: seeds and people
 * (or clips, where each is of another person) are crossed.
 */
export interface VarianceParts {
  /** Variance of the mean as the seeds show it: seeds and interaction; NaN with a single seed. */
  readonly seeds: number;
  /** Variance of the mean as the people show it: people and interaction. */
  readonly people: number;
  /** The interaction of seeds and people, which both contain; NaN with a single seed. */
  readonly interaction: number;
  /** Number of seeds. */
  readonly runs: number;
  /** Number of independent people. */
  readonly clusters: number;
}

/**
 * Method-of-moments parts of the variance of the mean of `runs` (Owen 2007, "The pigeonhole bootstrap"; Cameron, Gelbach
 * and Miller 2011: seeds + people - both). The part of people is at least that of two clips
 * that turn out otherwise: that none did among n clips is compatible with 3 in n that would.
 * @param people `[clips]`, equal numbers for clips of the same person
 */
export function varianceParts(runs: readonly ScoredRun[], people: ArrayLike<number>): VarianceParts {
  const sums = runs.map(({ influence }) => sumsOf(influence, people));
  const weights = [...runs[0].weight].filter((weight) => weight > 0);
  const clusters = sumsOf(runs[0].weight, people).filter((weight) => weight > 0).length;
  // Influences of independent clips are unbiased already; those of people are not.
  const unbiased = clusters > 1 && clusters < weights.length ? clusters / (clusters - 1) : 1;
  const ofMean = sumOfSquares(sums[0].map((_, person) => average(sums.map((one) => one[person])))) * unbiased;
  const least = (2 * sumOfSquares(weights)) / Math.max(1, weights.length) + unknownClasses(runs[0]);
  const ofOne = average(sums.map((one) => sumOfSquares(one) * unbiased));
  const count = runs.length;
  return {
    seeds: count > 1 ? sampleVariance(runs.map(({ value }) => value)) / count : NaN,
    people: Math.max(ofMean, least),
    // Mean square within one seed minus that of the mean: (1 - 1/S) of the interaction's variance.
    interaction: count > 1 ? Math.max(0, (ofOne - ofMean) / (count - 1)) : NaN,
    runs: count,
    clusters,
  };
}

/** A class of one clip says nothing about its own spread: it may be right as well as wrong. */
function unknownClasses({ weight, influence, alone }: ScoredRun): number {
  let sum = 0;
  for (let clip = 0; clip < influence.length; clip++) if (alone[clip]) sum += weight[clip] ** 2 / 2;
  return sum;
}

/** Sums over each person's clips; `people` are 0, 1, ... */
function sumsOf(values: Float64Array, people: ArrayLike<number>): number[] {
  let most = -1;
  for (let clip = 0; clip < values.length; clip++) most = Math.max(most, people[clip]);
  const sums = new Array<number>(most + 1).fill(0);
  for (let clip = 0; clip < values.length; clip++) sums[people[clip]] += values[clip];
  return sums;
}

function sumOfSquares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
