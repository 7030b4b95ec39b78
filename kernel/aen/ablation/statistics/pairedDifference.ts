import { fewPeople } from "../../../metrics/people.js";
import { average, sampleVariance } from "./distributions.js";
import { dunnettQuantile, dunnettTail } from "./dunnett.js";
import { type VarianceParts, varianceParts } from "./crossedVariance.js";
import type { ScoredRun } from "./scoredRun.js";

/** A mean difference between two arms with its uncertainty. Rates, not points: 0.01 = one point. */
export interface PairedDifference {
  /** Mean over the pairs of runs of arm minus base. */
  readonly mean: number;
  /** Standard error over other seeds and other people of the same kind; NaN with a single pair. */
  readonly standardError: number;
  /** Degrees of freedom of the standard error. */
  readonly degreesOfFreedom: number;
  /** 95 % interval; rates differ by no more than -1 to 1. */
  readonly low: number;
  readonly high: number;
  /** Two-sided, of the same t as the interval: below .05 where the interval is without 0; 1 when undetermined. */
  readonly p: number;
  /** Pairs of runs, one per seed. */
  readonly pairs: number;
}

/** An arm's runs and those of the base with the same seeds, in the same order. */
export interface Pairs {
  readonly arm: readonly ScoredRun[];
  readonly base: readonly ScoredRun[];
}

export interface Comparing {
  /** The person of each clip, `[clips]`, numbered from 0. @default each clip is of another person */
  readonly people?: readonly number[];
  /** The arms over which interval and p are simultaneous. @default 1 */
  readonly arms?: number;
  /** What the seeds of all arms say about their spread; see {@link pooledSeeds}. */
  readonly pooled?: PooledSeeds | null;
}

/** Variance between the seeds' differences, over all arms of a study together. */
export interface PooledSeeds {
  /** Of a single seed's difference. */
  readonly variance: number;
  readonly degrees: number;
}

const significance = 0.05;

/**
 * How much an arm differs from the base, for seeds and people in general: interval and p come from one t.
 *
 * A study has few runs (5 seeds), all tested on the same clips, so two things vary: the training (seed) and the choice
 * of the test clips, i.e. of people. The variance of the mean difference is seeds + people - interaction (see
 * {@link varianceParts}), where neither seeds nor people count for less than their interaction does; its degrees of
 * freedom are Satterthwaite's (1946). Five seeds tell little about their own spread, so that of all arms counts as well
 * ({@link pooledSeeds}). Over several arms interval and p are Dunnett's (1955).
 * Assumptions: seeds are independent, and so are people; a figure is roughly normal over seeds; an arm does not spread
 * much more than the others. Folds are pooled first, so that a pair is a seed with all its folds.
 */
export function pairedDifference({ arm, base }: Pairs, comparing: Comparing = {}): PairedDifference {
  const { arms = 1, pooled = null } = comparing;
  const differences = arm.map((run, pair) => subtract(run, base[pair]));
  const mean = average(differences.map(({ value }) => value));
  const pairs = differences.length;
  if (pairs < 2) return { mean, standardError: NaN, degreesOfFreedom: 0, low: -1, high: 1, p: 1, pairs };
  const people = comparing.people ?? arm[0].influence.map((_, clip) => clip);
  const parts = varianceParts(differences, people);
  if (parts.clusters < 2 && comparing.people)
    return { mean, standardError: NaN, degreesOfFreedom: 0, low: -1, high: 1, p: 1, pairs };
  const { variance, degrees } = combined(parts, pooled);
  const standardError = Math.sqrt(variance);
  const margin = standardError * dunnettQuantile(significance, arms, degrees);
  return {
    ...{ mean, standardError, degreesOfFreedom: degrees, pairs },
    low: Math.max(-1, mean - margin),
    high: Math.min(1, mean + margin),
    p: dunnettTail(Math.abs(mean) / standardError, arms, degrees),
  };
}

function subtract(arm: ScoredRun, base: ScoredRun): ScoredRun {
  const influence = arm.influence.map((value, clip) => value - base.influence[clip]);
  return { ...arm, value: arm.value - base.value, influence };
}

function combined(parts: VarianceParts, pooled: PooledSeeds | null): { variance: number; degrees: number } {
  const { runs, clusters, interaction } = parts;
  const own = { variance: parts.seeds * runs, degrees: runs - 1 };
  const spread = pooled && pooled.degrees > own.degrees ? together(own, pooled) : own;
  const seeds = Math.max(spread.variance / runs, interaction);
  const people = Math.max(parts.people, interaction);
  const variance = seeds + people - interaction;
  const degreesOfPeople = Math.max(1, clusters - 1);
  // Satterthwaite's estimate is too hopeful where people are few.
  const most = clusters < fewPeople ? degreesOfPeople : Infinity;
  const degrees = variance ** 2 / (seeds ** 2 / spread.degrees + people ** 2 / degreesOfPeople);
  return { variance, degrees: Math.min(most, degrees) };
}

/** An arm that spreads more than twice as much as all together is taken at half its own word at least. */
function together(own: PooledSeeds, pooled: PooledSeeds): PooledSeeds {
  return { variance: Math.max(pooled.variance, own.variance / 2), degrees: pooled.degrees };
}

/**
 * The spread between the seeds' differences from the base over all arms, from the interaction of arms (the base
 * included) and seeds in an analysis of variance of two ways; null with fewer than two seeds common to all.
 * @param values arm minus base by seed, `[arms][seeds]`
 */
export function pooledSeeds(values: readonly (readonly number[])[]): PooledSeeds | null {
  const seeds = values[0]?.length ?? 0;
  if (values.length < 2 || seeds < 2 || values.some((one) => one.length !== seeds)) return null;
  const rows = [new Array<number>(seeds).fill(0), ...values];
  const centred = rows.map((row) => row.map((value) => value - average(row)));
  const bySeed = rows[0].map((_, seed) => average(centred.map((row) => row[seed])));
  const rest = centred.map((row) => row.map((value, seed) => value - bySeed[seed]));
  // Per row a sample variance; together they have one row's degrees fewer. A difference is of two rows.
  const sum = rest.reduce((total, row) => total + sampleVariance(row), 0);
  return { variance: (2 * sum) / values.length, degrees: values.length * (seeds - 1) };
}
