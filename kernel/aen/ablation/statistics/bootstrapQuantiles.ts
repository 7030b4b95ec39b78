import { Random } from "../../data/random.js";
import type { ScoredRun } from "./scoredRun.js";

/**
 * Lower and upper quantile, at probability `tail` and `1 - tail`, of the error of the mean over pairs, in units of
 * its standard error, by a bootstrap that draws pairs of runs and clips at once, each with replacement (Owen 2007,
 * "The pigeonhole bootstrap"). Its spread is set to 1, because with few pairs a bootstrap is too narrow, and with
 * clips and pairs crossed too wide; `tail` is the caller's, so that it can ask further out than 2.5 % and get the
 * width of a t interval (Hesterberg 2015, "What teachers should know about the bootstrap", section 5.3).
 */
export function bootstrapQuantiles(
  pairs: readonly ScoredRun[],
  tail: number,
  replicates: number,
  seed: number,
): [number, number] {
  const random = new Random(seed, "bootstrap");
  const means = Float64Array.from({ length: replicates }, () => drawnMean(pairs, random)).sort();
  const centre = means.reduce((sum, value) => sum + value, 0) / replicates;
  const spread = Math.sqrt(means.reduce((sum, value) => sum + (value - centre) ** 2, 0) / replicates);
  const at = (probability: number) => (quantile(means, probability) - centre) / spread;
  return [at(tail), at(1 - tail)];
}

function drawnMean(pairs: readonly ScoredRun[], random: Random): number {
  const clips = pairs[0].influence.length;
  const drawn = pairs.map(() => random.pick(pairs));
  let sum = drawn.reduce((total, pair) => total + pair.value, 0);
  for (let draw = 0; draw < clips; draw++) {
    const clip = random.integer(clips);
    for (const { influence } of drawn) sum += influence[clip];
  }
  return sum / pairs.length;
}

function quantile(sorted: Float64Array, probability: number): number {
  const position = probability * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
