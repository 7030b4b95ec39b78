import type { Exercise } from "../exercise.js";
import { estimateExercise } from "../estimateExercise.js";
import { holm } from "../../../metrics/holm.js";

type Differences = readonly number[];

/** Sums that differ by less count as equal: they are of the same numbers, added up in another order. */
const rounding = 1e-9;

/** Every way to give each of n seeds a sign. */
function signPatterns(seeds: number): number[][] {
  return Array.from({ length: 2 ** seeds }, (_, pattern) =>
    Array.from({ length: seeds }, (_unused, seed) => (pattern & (2 ** seed) ? -1 : 1)),
  );
}

const flippedSum = (differences: Differences, signs: readonly number[]) =>
  differences.reduce((sum, difference, seed) => sum + signs[seed] * difference, 0);
const sumOf = (values: Differences) => values.reduce((sum, value) => sum + value, 0);

/** The share of all patterns of signs for which something holds. */
function shareOfPatterns(seeds: number, holds: (signs: readonly number[]) => boolean): number {
  const patterns = signPatterns(seeds);
  return patterns.filter(holds).length / patterns.length;
}

/** The exact p of a sign-flip test of a mean difference against 0, two-sided. */
export function exactP(differences: Differences): number {
  const least = Math.abs(sumOf(differences)) - rounding;
  return shareOfPatterns(differences.length, (signs) => Math.abs(flippedSum(differences, signs)) >= least);
}

/** A sign-flip test: p of pairs of runs, from random signs. */
export const signFlipP: Exercise = estimateExercise<[number[], number]>({
  ...{ id: "7.4", name: "Flip the signs", points: { seed: 1, estimate: 2 } },
  cases: [
    [[1.3, 0.4, 2.1, -0.7, 1.8, 0.9], 300],
    [[1.2, 0.7, 2.6, 1.9, 0.5], 300],
    [[-0.9, -1.6, 0.3, -2.2, -1.1, 0.8, -1.4], 300],
  ],
  draws: (_, flips) => flips,
  exact: exactP,
  mistakes: [
    {
      hint: "Your p is half of what it should be: a difference as large in the other direction counts too.",
      exact: (differences) => exactP(differences) / 2,
    },
    {
      hint: "A flip that gives exactly the observed difference is as extreme as it. Does your comparison count it?",
      exact: (differences) =>
        shareOfPatterns(
          differences.length,
          (signs) => Math.abs(flippedSum(differences, signs)) > Math.abs(sumOf(differences)) + rounding,
        ),
    },
    {
      hint: "Your result is the share of flips that are less extreme than what was observed. Which share is p?",
      exact: (differences) => 1 - exactP(differences),
    },
    {
      hint: "Every flip of yours is as extreme as what was observed. Do all seeds get the same sign, or are the numbers put in another order only?",
      exact: () => 1,
    },
    {
      hint: "None of your flips is as extreme as what was observed. Do you compare a sum with a mean?",
      exact: () => 0,
    },
  ],
  hint: "For each flip: every difference keeps or changes its sign by a fair coin of its own; then compare the size of the mean with the observed one.",
});

/** The exact p of each arm, corrected by the distribution of the largest difference (Westfall and Young 1993). */
export function exactMaxP(arms: readonly Differences[]): number[] {
  return arms.map((own) =>
    shareOfPatterns(own.length, (signs) => {
      const largest = Math.max(...arms.map((differences) => Math.abs(flippedSum(differences, signs))));
      return largest >= Math.abs(sumOf(own)) - rounding;
    }),
  );
}

/** The same if every arm had signs of its own, as if arms had no base in common. */
function independentMaxP(arms: readonly Differences[]): number[] {
  return arms.map((own) => {
    const least = Math.abs(sumOf(own)) - rounding;
    const allBelow = arms.map(
      (differences) =>
        1 - shareOfPatterns(own.length, (signs) => Math.abs(flippedSum(differences, signs)) >= least),
    );
    return 1 - allBelow.reduce((product, below) => product * below, 1);
  });
}

/** p values of many arms at once, from flips that all arms share. */
export const maxP: Exercise = estimateExercise<[number[][], number]>({
  ...{ id: "7.7", name: "The largest of many", points: { seed: 1, estimate: 2 } },
  cases: [
    [
      [
        [1.3, 0.4, 1.9, -0.7, 1.8, 0.9],
        [1.1, 0.6, 1.7, -0.9, 1.5, 0.8],
        [0.9, 0.2, 1.5, -1.1, 1.6, 0.4],
        [1.0, -0.3, 1.2, -0.8, 1.3, 0.5],
      ],
      300,
    ],
    [
      [
        [-1.4, -0.8, -2.0, -0.9, -1.7],
        [0.6, 0.9, -0.2, 1.1, 0.3],
      ],
      300,
    ],
    [
      [
        [0.7, 1.2, 0.9, 1.6, 0.4, 1.1, 0.8],
        [0.5, -0.7, 1.0, 0.2, -0.4, 0.9, 0.1],
        [-0.2, 0.3, 0.6, 1.0, -0.5, 0.7, 0.4],
      ],
      300,
    ],
  ],
  draws: (_, flips) => flips,
  exact: exactMaxP,
  mistakes: [
    {
      hint: "Each arm is compared with its own flips alone, so this corrects nothing. With whose difference is it to be compared?",
      exact: (arms) => arms.map(exactP),
    },
    {
      hint: "Each arm gets signs of its own. The arms share their base: whatever flips, flips in all of them at once.",
      exact: independentMaxP,
    },
    {
      hint: "You multiply p by the number of arms. That is a correction too, but not the one asked for.",
      exact: (arms) => arms.map((differences) => Math.min(1, arms.length * exactP(differences))),
    },
    {
      hint: "This is Holm's correction. It is right as well, but it does not know that the arms vary together: take the largest difference of each flip.",
      exact: (arms) => holm(arms.map(exactP)),
    },
    {
      hint: "Your comparison looks in one direction: an arm may be worse than the base as well.",
      exact: (arms) =>
        arms.map((own) =>
          shareOfPatterns(
            own.length,
            (signs) =>
              Math.max(...arms.map((differences) => flippedSum(differences, signs))) >= sumOf(own) - rounding,
          ),
        ),
    },
  ],
  hint: "For each flip: one sign per seed, for all arms; the largest size of a mean among the arms; then, for each arm, whether it reaches that arm's observed mean.",
});
