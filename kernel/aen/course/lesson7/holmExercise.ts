import { holm } from "../../../metrics/holm.js";
import type { Exercise } from "../exercise.js";
import { numbersExercise } from "../numbersExercise.js";

/** p values by size, each corrected by its rank (0 for the smallest), in the order in which they came. */
function byRank(p: readonly number[], corrected: (value: number, rank: number) => number): number[] {
  const order = [...p.keys()].sort((a, b) => p[a] - p[b]);
  const answer = new Array<number>(p.length);
  order.forEach((test, rank) => (answer[test] = corrected(p[test], rank)));
  return answer;
}

/** The smallest corrected p of this rank or a later one, as procedures have it that begin with the largest p. */
function fromLargest(p: readonly number[], factor: (rank: number) => number): number[] {
  const sorted = [...p].sort((a, b) => a - b);
  return byRank(p, (_, rank) =>
    Math.min(1, ...sorted.slice(rank).map((value, at) => value * factor(rank + at))),
  );
}

/** Holm's correction: Holm 1979. */
export const holmExercise: Exercise = numbersExercise<[number[]]>({
  ...{ id: "7.6", name: "Many arms", points: 3 },
  cases: [
    [[0.04, 0.011, 0.03, 0.3, 0.02]],
    [[0.6, 0.001, 0.45, 0.013]],
    [[0.02, 0.9, 0.005, 0.025, 0.21, 0.032]],
  ],
  reference: holm,
  mistakes: [
    {
      hint: "You multiply every p by the number of tests. Holm's factor shrinks: by how much from one p to the next larger one?",
      value: (p) => p.map((value) => Math.min(1, value * p.length)),
    },
    {
      hint: "A larger p must not get a smaller corrected one. What do you have to keep while you go from the smallest to the largest?",
      value: (p) => byRank(p, (value, rank) => Math.min(1, value * (p.length - rank))),
    },
    {
      hint: "The values are right, but sorted: give them back in the order in which they came.",
      value: (p) => [...holm(p)].sort((a, b) => a - b),
    },
    {
      hint: "Benjamini and Hochberg limit the share of false findings. Holm limits the probability of even one: with which p does he begin?",
      value: (p) => fromLargest(p, (rank) => p.length / (rank + 1)),
    },
    {
      hint: "You begin with the largest p and take minima; that is Hochberg's procedure, which needs assumptions. Holm begins with the smallest.",
      value: (p) => fromLargest(p, (rank) => p.length - rank),
    },
    {
      hint: "Some of your p are above 1. What is the largest probability?",
      value: (p) => {
        let largest = 0;
        return byRank(p, (value, rank) => (largest = Math.max(largest, value * (p.length - rank))));
      },
    },
    {
      hint: "These are the p as they were given. What has happened to them?",
      value: (p) => p,
    },
  ],
  hint: "Sort a copy, and remember where each p came from. The smallest of m is multiplied by m, the next by m - 1, and so on; none may be below an earlier one, none above 1.",
});
