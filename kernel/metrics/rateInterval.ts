import type { PeopleEffect } from "./clusteredClips.js";
import { studentQuantile } from "./studentQuantile.js";

/** A confidence interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** The confidence, e.g. 0.95. */
  readonly level: number;
}

export interface IntervalOptions {
  /** @default 0.95 */
  readonly level?: number;
}

/** How many of a class's clips were classified correctly. */
export interface RightOfClass {
  readonly right: number;
  readonly clips: number;
}

/**
 * Interval of the mean of the classes' rates (UAR; with one class a recall or WAR): Wilson's score interval (1927) of a
 * sample as large as gives the mean's variance (as Korn and Graubard 1998 do for surveys), with a continuity correction
 * of a quarter. It has a positive width at 0 and 100 % too. NaN without clips.
 * @param effect how much more the rate varies over people than over clips; null counts each clip as another person's
 */
export function meanRateInterval(
  classes: readonly RightOfClass[],
  level = 0.95,
  effect: PeopleEffect | null = null,
): Interval {
  const known = classes.filter(({ clips }) => clips > 0);
  if (known.length === 0) return { low: NaN, high: NaN, level };
  const mean = known.reduce((sum, { right, clips }) => sum + right / clips, 0) / known.length;
  return rateInterval(mean, effectiveClips(known, mean), level, effect);
}

/**
 * As many clips of one class would make a rate as uncertain as this mean of rates is: the harmonic number of clips, and
 * more where the classes' rates differ by more than chance, because only what varies within classes is left to chance.
 */
function effectiveClips(classes: readonly RightOfClass[], mean: number): number {
  const count = classes.length;
  const harmonic = count ** 2 / classes.reduce((sum, { clips }) => sum + 1 / clips, 0);
  const middle = (mean * harmonic + 1) / (harmonic + 2);
  const between = classes.reduce((sum, { right, clips }) => sum + (right / clips - mean) ** 2, 0) / count;
  const byChance = classes.reduce((sum, { right, clips }) => {
    const rate = right / clips;
    return sum + (clips > 1 ? (rate * (1 - rate)) / (clips - 1) : middle * (1 - middle));
  }, 0);
  const trusted = harmonic / (harmonic + 2 * count);
  const beyond = trusted * Math.max(0, between - byChance / count);
  return harmonic / (1 - Math.min(0.5, beyond / (middle * (1 - middle))));
}

/**
 * Wilson's interval of a rate of so many clips of other people, or of as many as people's likeness leaves, with Student's
 * t for the number of people. A single person says nothing about others: 0 to 1.
 */
export function rateInterval(
  rate: number,
  clips: number,
  level: number,
  effect: PeopleEffect | null,
): Interval {
  if (effect === null || Number.isNaN(rate)) return wilson(rate, clips, level);
  if (effect.people < 2) return { low: 0, high: 1, level };
  return wilson(rate, clips / effect.effect, level, effect.people - 1);
}

/**
 * By how many clips the ends lie beyond the rate: Yates' correction is 1/2, which is too wide; none is too narrow near
 * 100 %.
 */
const continuity = 0.25;

/**
 * Wilson's interval of a rate with a continuity correction of a quarter; it ends at 0 and 1 for rates of 0 and 1.
 * @param degrees of freedom of Student's t, whose quantile stands for the normal one
 */
export function wilson(rate: number, clips: number, level = 0.95, degrees = Infinity): Interval {
  const z = studentQuantile(1 - level, degrees);
  const bound = (at: number, sign: number) => {
    const margin = z * Math.sqrt((at * (1 - at)) / clips + (z * z) / (4 * clips * clips));
    return (at + (z * z) / (2 * clips) + sign * margin) / (1 + (z * z) / clips);
  };
  const step = continuity / clips;
  return {
    low: rate - step <= 0 ? 0 : bound(rate - step, -1),
    high: rate + step >= 1 ? 1 : bound(rate + step, 1),
    level,
  };
}

/** Interval of an F1: the share of right ones among clips that are of the class or named so is a rate, F1/(2 - F1). */
export function f1Interval(
  right: number,
  either: number,
  level = 0.95,
  effect: PeopleEffect | null = null,
): Interval {
  const { low, high } = rateInterval(right / either, either, level, effect);
  return { low: (2 * low) / (1 + low), high: (2 * high) / (1 + high), level };
}
