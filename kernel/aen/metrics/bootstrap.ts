import { bitsAt, hashName } from "../model/deterministicValues.js";

/** A range that holds the true value with the given confidence. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** The confidence, e.g. 0.95. */
  readonly level: number;
}

export interface BootstrapOptions {
  /** @default 0.95 */
  readonly level?: number;
  /** How often the clips are drawn anew. @default 2000 */
  readonly resamples?: number;
  /** @default 1 */
  readonly seed?: number;
}

/**
 * Percentile bootstrap intervals (Efron and Tibshirani 1993, section 13.3): the clips are drawn anew with
 * replacement and each statistic is taken of every draw.
 * @param count clips to draw from
 * @param statistics takes the indices of the drawn clips and gives one number for each statistic; NaN is left out
 */
export function bootstrapIntervals<Name extends string>(
  count: number,
  statistics: (indices: Int32Array) => Record<Name, number>,
  { level = 0.95, resamples = 2000, seed = 1 }: BootstrapOptions = {},
): Record<Name, Interval> {
  const hash = hashName(`${seed}/bootstrap`);
  const indices = new Int32Array(count);
  const draws = Array.from({ length: resamples }, (_, resample) => {
    for (let i = 0; i < count; i += 1) indices[i] = bitsAt(hash, resample * count + i) % count;
    return statistics(indices);
  });
  const names = Object.keys(draws[0] ?? {}) as Name[];
  const entries = names.map(
    (name) =>
      [
        name,
        percentiles(
          draws.map((draw) => draw[name]),
          level,
        ),
      ] as const,
  );
  return Object.fromEntries(entries) as Record<Name, Interval>;
}

function percentiles(values: readonly number[], level: number): Interval {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const tail = (1 - level) / 2;
  return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail), level };
}

/** Linear between order statistics (Hyndman and Fan 1996, type 7); NaN without values. */
function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return NaN;
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
