/** A figure with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const z = 1.959963984540054;

/** Wilson's 95 % score interval of a proportion; NaN when `count` is 0. */
export function wilson(hits: number, count: number): Estimate {
  if (count === 0) return { value: NaN, low: NaN, high: NaN };
  const rate = hits / count;
  const shrink = 1 / (1 + (z * z) / count);
  const middle = shrink * (rate + (z * z) / (2 * count));
  const reach = shrink * z * Math.sqrt((rate * (1 - rate)) / count + (z * z) / (4 * count * count));
  return { value: rate, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

/**
 * Mean of independent proportions (UAR: the recalls of the classes that occur) with a 95 % interval from the
 * sum of their variances, each taken with two hits and two misses added (Agresti and Coull, 1998), so that
 * a class without a miss does not count as certain.
 */
export function meanOfRates(hits: readonly number[], counts: readonly number[]): Estimate {
  const present = counts.map((count, i) => [hits[i], count]).filter(([, count]) => count > 0);
  if (present.length === 0) return { value: NaN, low: NaN, high: NaN };
  const value = present.reduce((sum, [hit, count]) => sum + hit / count, 0) / present.length;
  const variance = present.reduce((sum, [hit, count]) => {
    const rate = (hit + 2) / (count + 4);
    return sum + (rate * (1 - rate)) / (count + 4);
  }, 0);
  const reach = (z * Math.sqrt(variance)) / present.length;
  return { value, low: Math.max(0, value - reach), high: Math.min(1, value + reach) };
}
