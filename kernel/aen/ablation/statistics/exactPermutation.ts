import { Random } from "../../data/random.js";

const exactUpTo = 20;
const draws = 100_000;

export interface PermutationTest {
  /** Two-sided. */
  readonly p: number;
  /** The least p that so many pairs can give: 2 / 2^pairs; 1 without pairs. */
  readonly least: number;
  /** Whether all sign changes were tried, or 100,000 drawn ones. */
  readonly exact: boolean;
}

/**
 * Paired permutation test that the mean of differences is 0 (Fisher 1935): under the null hypothesis that an arm
 * changes nothing about the training, arm and base of each pair of runs could be swapped, folds included, because
 * given the data every run is an independent draw from the same procedure. Nothing else is assumed. Five pairs
 * cannot give less than 0.0625.
 */
export function exactPermutation(differences: readonly number[]): PermutationTest {
  const pairs = differences.length;
  const least = Math.min(1, 2 / 2 ** pairs);
  if (pairs === 0) return { p: 1, least: 1, exact: true };
  const observed = Math.abs(differences.reduce((sum, value) => sum + value, 0));
  const enough = observed - 1e-12 * differences.reduce((sum, value) => sum + Math.abs(value), 0);
  if (pairs > exactUpTo) return { p: drawnShare(differences, enough), least, exact: false };
  return { p: countReaching(differences, enough) / 2 ** pairs, least, exact: true };
}

/** How many of all sign changes give a sum of at least `enough` in size; one sign at a time changes (Gray code). */
function countReaching(differences: readonly number[], enough: number): number {
  const signs = differences.map(() => 1);
  let reaching = 0;
  for (let step = 1; step <= 2 ** differences.length; step++) {
    const sum = differences.reduce((total, value, i) => total + signs[i] * value, 0);
    if (Math.abs(sum) >= enough) reaching += 1;
    const turned = 31 - Math.clz32(step & -step);
    if (turned < signs.length) signs[turned] *= -1;
  }
  return reaching;
}

function drawnShare(differences: readonly number[], enough: number): number {
  const random = new Random(1, "permutation");
  let reaching = 1;
  for (let draw = 0; draw < draws; draw++) {
    const sum = differences.reduce((total, value) => total + (random.chance(0.5) ? value : -value), 0);
    if (Math.abs(sum) >= enough) reaching += 1;
  }
  return reaching / (draws + 1);
}
