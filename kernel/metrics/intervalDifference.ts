import type { Interval } from "./rateInterval.js";

/** A rate with its interval. */
export interface RateWithInterval {
  readonly rate: number;
  readonly interval: Interval;
}

/**
 * The interval of the first rate minus the second out of their own intervals (Newcombe 1998, "Interval estimation for the
 * difference between independent proportions: comparison of eleven methods", method 10; with a correlation, Zou and
 * Donner 2008, "Construction of confidence limits about effect measures"). -1 to 1.
 * @param correlation of the two rates, -1 to 1
 */
export function intervalDifference(
  first: RateWithInterval,
  second: RateWithInterval,
  correlation = 0,
): Interval {
  const difference = first.rate - second.rate;
  const reach = (x: number, y: number) => Math.sqrt(Math.max(0, x * x + y * y - 2 * correlation * x * y));
  const below = reach(first.rate - first.interval.low, second.interval.high - second.rate);
  const above = reach(first.interval.high - first.rate, second.rate - second.interval.low);
  return {
    low: Math.max(-1, difference - below),
    high: Math.min(1, difference + above),
    level: first.interval.level,
  };
}
