import { hashName, unitAt } from "../random/deterministicValues.js";
import { type Answer, binOf } from "./calibration.js";
import { clipsOfPeople } from "./clusteredClips.js";
import { peopleOf } from "./people.js";
import type { Interval } from "./rateInterval.js";
import { recallIntervals } from "./scores.js";
import { studentQuantile } from "./studentQuantile.js";

/** How far an expected calibration error (ECE) can be trusted. */
export interface CalibrationTrust {
  /** Of the error in the same bins over all clips of the kind, ends from 0 to 1; null where it cannot be had. */
  readonly interval: Interval | null;
  /** Why there is no interval; null where there is one. */
  readonly noInterval: string | null;
  /** The error less what chance adds to it, 0 to 1; NaN without an interval. */
  readonly debiased: number;
  /** How many people were drawn from; null where clips were, as no labelled clip names its person. */
  readonly people: number | null;
  /** How many of the people are clips that name no one. */
  readonly nameless: number;
}

export interface CalibrationIntervalOptions {
  /** @default 0.95 */
  readonly level?: number;
  /** Of the resamples. @default 0 */
  readonly seed?: number;
}

/** The resamples of an interval. */
export const resamples = 2000;

/**
 * Interval of the expected calibration error, by a seeded bootstrap of people, or of clips where they do not name their
 * people. Chance makes the error larger: a gap counts whichever way it goes, and a perfectly calibrated network has a
 * positive error in any sample (Kumar, Liang and Ma 2019, "Verified uncertainty calibration"). Resamples add as much
 * again, so their percentiles lie too high. Here the lower end is the error less the summed distances of the bins'
 * gaps from their own in the sample, at most as large in (1 + level) / 2 of resamples: by the triangle inequality the true
 * error is hardly below. The upper end is as far up as resamples reach above their mean. Both widen by Student's t for
 * few people. `debiased` is the error less the resamples' mean excess (Efron and Tibshirani 1993, chapter 10).
 *
 * Resamples of answers that are all right, or nearly, hardly differ, although the next may be wrong. The error is at least
 * the distance of mean confidence from accuracy, so the interval holds that distance for every accuracy within the
 * accuracy's own interval (as of a WAR).
 */
export function calibrationInterval(
  answers: readonly Answer[],
  bins: number,
  { level = 0.95, seed = 0 }: CalibrationIntervalOptions = {},
): CalibrationTrust {
  const { people, count, nameless } = peopleOf(answers);
  const drawn = new Set(people).size;
  const shown = { people: count, nameless };
  if (drawn < 2) return { interval: null, noInterval: reason(drawn, count), debiased: NaN, ...shown };
  const { ece, errors, distances } = resampled(answers, people, bins, seed);
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const few = studentQuantile(1 - level, drawn - 1) / studentQuantile(1 - level, Infinity);
  const end = (1 + level) / 2;
  const overall = overallGap(answers, level);
  const low = Math.max(0, Math.min(overall.low, ece - few * quantile(distances, end)));
  const high = Math.min(1, Math.max(overall.high, ece + few * (quantile(errors, end) - mean)));
  const debiased = Math.max(0, 2 * ece - mean);
  return { interval: { low, high, level }, noInterval: null, debiased, ...shown };
}

/** How far the mean confidence is from the accuracies within the accuracy's own interval, ends from 0 to 1. */
function overallGap(answers: readonly Answer[], level: number): Interval {
  const right = answers.filter((answer) => answer.right).length;
  const named = answers.map((answer) => Number(!answer.right));
  const truths = answers.map(() => 0);
  const matrix = [[right, answers.length - right], [0, 0]]; // prettier-ignore
  const [, { low, high }] = recallIntervals(matrix, level, clipsOfPeople(answers, truths, named));
  const confidence = answers.reduce((sum, answer) => sum + answer.confidence, 0) / answers.length;
  const [below, above] = [confidence - low, confidence - high];
  const nearest = below > 0 && above < 0 ? 0 : Math.min(Math.abs(below), Math.abs(above));
  return { low: nearest, high: Math.max(Math.abs(below), Math.abs(above)), level };
}

function reason(drawn: number, people: number | null): string {
  if (drawn === 0) return "No interval: no clip has both a label and a finite score.";
  if (people === null) return "No interval: one clip says nothing about others; evaluate more.";
  return "No interval: one person says nothing about others; evaluate more people.";
}

interface Resampled {
  readonly ece: number;
  /** `[resamples]` the error of each. */
  readonly errors: Float64Array;
  /** `[resamples]` the sum over the bins of how far each gap is from the sample's own. */
  readonly distances: Float64Array;
}

function resampled(
  answers: readonly Answer[],
  people: readonly number[],
  bins: number,
  seed: number,
): Resampled {
  const ofPeople = gapsOfPeople(answers, people, bins);
  const sample = gapsOf(ofPeople, bins, (turn) => turn);
  const stream = hashName(`calibration ${seed}`);
  const errors = new Float64Array(resamples);
  const distances = new Float64Array(resamples);
  for (let round = 0; round < resamples; round++) {
    const start = round * ofPeople.length;
    const gaps = gapsOf(ofPeople, bins, (turn) => Math.floor(unitAt(stream, start + turn) * ofPeople.length));
    for (let bin = 0; bin < bins; bin++) {
      errors[round] += Math.abs(gaps[bin]);
      distances[round] += Math.abs(gaps[bin] - sample[bin]);
    }
  }
  return { ece: sample.reduce((sum, gap) => sum + Math.abs(gap), 0), errors, distances };
}

/** The bins of one person's answers, each with right less confidence. */
type GapsOfPerson = { readonly bin: number; readonly gap: number }[];

function gapsOfPeople(answers: readonly Answer[], people: readonly number[], bins: number): GapsOfPerson[] {
  const known = new Map<number, GapsOfPerson>();
  answers.forEach(({ confidence, right }, index) => {
    const gaps = known.get(people[index]) ?? [];
    gaps.push({ bin: binOf(confidence, bins), gap: Number(right) - confidence });
    known.set(people[index], gaps);
  });
  return [...known.values()];
}

/** `[bins]` the mean over all clips of right less confidence, by bin, of as many people as there are. */
function gapsOf(
  people: readonly GapsOfPerson[],
  bins: number,
  drawn: (turn: number) => number,
): Float64Array {
  const gaps = new Float64Array(bins);
  let clips = 0;
  for (let turn = 0; turn < people.length; turn++) {
    const person = people[drawn(turn)];
    clips += person.length;
    for (const { bin, gap } of person) gaps[bin] += gap;
  }
  return gaps.map((gap) => gap / clips);
}

/** Linear between the values in order, as NumPy's default. */
function quantile(values: Float64Array, share: number): number {
  const sorted = values.toSorted();
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}
