/** What one person's clips of two groups say, by class; the classes are those that are compared. */
export interface PersonInGroups {
  /** Clips of the person, `[2][classes]`. */
  readonly clips: readonly (readonly number[])[];
  /** Those that were classified correctly, `[2][classes]`. */
  readonly right: readonly (readonly number[])[];
}

/** How many arrangements of people are drawn for a p value. */
export const usualDraws = 4999;

/**
 * Two-sided p value of no difference of UAR between two groups, by permuting people (Fisher 1935; with draws, Phipson and
 * Smyth 2010, so it is never 0). People stay whole, because clips of one person are alike. Those with clips of one group
 * only are dealt anew to the groups, as many to each as before; those with clips of both have their two groups swapped
 * or not, each with probability 1/2. The statistic is the difference over its standard error by person, so that the test
 * holds for many people even where groups differ in spread or size (Janssen 1997; Chung and Romano 2013).
 * @param unit draws, uniform in [0, 1)
 */
export function permutedPeopleTest(
  people: readonly PersonInGroups[],
  unit: () => number,
  draws: number = usualDraws,
): number {
  const tally = flat(people);
  const sides = people.map(sideOf);
  const observed = studentised(
    tally,
    people.map(() => 0),
  );
  // equal arrangements may differ in the last bits
  const least = observed * (1 - 1e-9);
  let asLarge = 1;
  for (let draw = 0; draw < draws; draw++) if (studentised(tally, swaps(sides, unit)) >= least) asLarge += 1;
  return asLarge / (draws + 1);
}

/**
 * The smallest p value that these people allow: with six people, three to a group, 2 of 20 arrangements are as far apart
 * as can be.
 */
export function leastP(people: readonly PersonInGroups[]): number {
  const sides = people.map(sideOf);
  const [first, second] = [0, 1].map((side) => sides.filter((each) => each === side).length);
  let dealt = 1;
  for (let index = 1; index <= first; index++) dealt *= (second + index) / index;
  const arrangements = dealt * 2 ** (sides.length - first - second);
  return Math.min(1, (first === second ? 2 : 1) / arrangements);
}

/** How many people have clips of both groups. */
export function peopleInBoth(people: readonly PersonInGroups[]): number {
  return people.filter((person) => sideOf(person) === bothSides).length;
}

const bothSides = 2;

/** The side that a person's clips are on: 0, 1, or both. */
function sideOf({ clips }: PersonInGroups): number {
  const [first, second] = clips.map((counts) => counts.some((count) => count > 0));
  if (first && second) return bothSides;
  return second ? 1 : 0;
}

/** 1 for each person whose sides are swapped. */
function swaps(sides: readonly number[], unit: () => number): number[] {
  const dealt = sides.filter((side) => side !== bothSides);
  for (let i = dealt.length - 1; i > 0; i--) {
    const j = Math.floor(unit() * (i + 1));
    [dealt[i], dealt[j]] = [dealt[j], dealt[i]];
  }
  let next = 0;
  return sides.map((side) => {
    if (side === bothSides) return Number(unit() < 0.5);
    return Number(dealt[next++] !== side);
  });
}

/** Counts of all people, `[people][2][classes]`. */
interface Tally {
  readonly clips: Float64Array;
  readonly right: Float64Array;
  readonly classes: number;
}

function flat(people: readonly PersonInGroups[]): Tally {
  return {
    clips: Float64Array.from(people.flatMap(({ clips }) => clips.flat())),
    right: Float64Array.from(people.flatMap(({ right }) => right.flat())),
    classes: people[0]?.clips[0].length ?? 0,
  };
}

/** The size of the difference over its standard error by person; 0 without a difference. */
function studentised(tally: Tally, swapped: readonly number[]): number {
  const { difference, rates, weights } = ratesOf(tally, swapped);
  if (Math.abs(difference) < 1e-12) return 0;
  const { clips, right, classes } = tally;
  let variance = 0;
  for (let person = 0; person < swapped.length; person++) {
    let influence = 0;
    for (let side = 0; side < 2; side++) {
      const from = (2 * person + side) * classes;
      const to = (side ^ swapped[person]) * classes;
      for (let k = 0; k < classes; k++)
        influence += weights[to + k] * (right[from + k] - rates[to + k] * clips[from + k]);
    }
    variance += influence ** 2;
  }
  return Math.abs(difference) / Math.sqrt(variance);
}

/**
 * The sum over the classes that both sides have of the differences of their rates, and by how much a right answer moves
 * it, `[2][classes]`.
 */
function ratesOf({ clips, right, classes }: Tally, swapped: readonly number[]) {
  const sums = [clips, right].map((counts) => summed(counts, classes, swapped));
  const rates = sums[1].map((count, cell) => (sums[0][cell] > 0 ? count / sums[0][cell] : 0));
  const weights = new Float64Array(2 * classes);
  let difference = 0;
  for (let k = 0; k < classes; k++) {
    if (sums[0][k] === 0 || sums[0][classes + k] === 0) continue;
    difference += rates[k] - rates[classes + k];
    weights[k] = 1 / sums[0][k];
    weights[classes + k] = -1 / sums[0][classes + k];
  }
  return { difference, rates, weights };
}

/** Counts of both sides, `[2][classes]`. */
function summed(counts: Float64Array, classes: number, swapped: readonly number[]): Float64Array {
  const sums = new Float64Array(2 * classes);
  for (let person = 0; person < swapped.length; person++) {
    for (let side = 0; side < 2; side++) {
      const from = (2 * person + side) * classes;
      const to = (side ^ swapped[person]) * classes;
      for (let k = 0; k < classes; k++) sums[to + k] += counts[from + k];
    }
  }
  return sums;
}
