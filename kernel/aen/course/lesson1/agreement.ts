import type { Exercise } from "../exercise.js";
import { plainExercise } from "../plainExercise.js";

type Votes = readonly [votes: readonly number[]];

/** The label that more than half of the raters gave: the rule of FERPlus (Barsoum et al., 2016) for majority voting. */
function majority(votes: readonly number[]): number {
  return votes.findIndex((count) => 2 * count > sum(votes));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const mostVoted = (votes: readonly number[]) => votes.indexOf(Math.max(...votes));

export const majorityLabel: Exercise = plainExercise<Votes>({
  ...{ id: "1.5", name: "Majority of the votes" },
  parts: [
    { what: "clear votes", points: 1, cases: [[[1, 8, 0, 1]], [[0, 0, 6, 4]], [[7, 1, 1, 1]]] },
    {
      what: "votes without a majority",
      points: 1,
      cases: [[[3, 4, 3]], [[5, 5, 0]]],
      hiddenCases: [[[4, 0, 2, 2]]],
      hint: "Half of the votes, or fewer, are no majority: then the result is -1.",
    },
  ],
  reference: majority,
  mistakes: [
    {
      hint: "You return the number of votes. Which label got them?",
      value: (votes) => Math.max(...votes),
    },
    {
      hint: "You count exactly half of the votes as a majority. What does the rule say?",
      value: (votes) => votes.findIndex((count) => 2 * count >= sum(votes)),
    },
    {
      hint: "You return the label with the most votes even where it has half of them or fewer. What does the rule say?",
      value: mostVoted,
    },
    {
      hint: "You return a share. Labels are numbered from 0: return the number of the label.",
      value: (votes) => Math.max(...votes) / sum(votes),
    },
    {
      hint: "Labels are numbered from 0, as the entries of a list are.",
      value: (votes) => mostVoted(votes) + 1,
    },
  ],
  hint: "Count all votes first. Which label, if any, has more than half of them?",
});

type Ratings = readonly [first: readonly number[], second: readonly number[]];

const agreement = (first: readonly number[], second: readonly number[]) =>
  mean(first.map((label, at) => (label === second[at] ? 1 : 0)));
const shareOf = (labels: readonly number[], label: number) =>
  mean(labels.map((each) => (each === label ? 1 : 0)));
const labelsOf = (...lists: readonly (readonly number[])[]) => [...new Set(lists.flat())];
const byChance = (first: readonly number[], second: readonly number[]) =>
  sum(labelsOf(first, second).map((label) => shareOf(first, label) * shareOf(second, label)));
const beyond = (observed: number, expected: number) => (observed - expected) / (1 - expected);

/** J. Cohen, "A Coefficient of Agreement for Nominal Scales", 1960. */
export const cohensKappa: Exercise = plainExercise<Ratings>({
  ...{ id: "1.7", name: "Cohen's kappa" },
  parts: [
    {
      what: "the values",
      points: 3,
      cases: [
        [[0, 0, 1, 1, 0, 1, 0, 0, 1, 0], [0, 0, 1, 0, 0, 1, 1, 0, 1, 0]],
        [[0, 1, 2, 3, 3, 2, 1, 0, 6, 6, 4, 5], [0, 1, 2, 3, 2, 2, 1, 4, 6, 5, 4, 5]],
        [[0, 0, 0, 1, 1, 1], [1, 1, 1, 0, 0, 1]],
      ], // prettier-ignore
      hiddenCases: [[[2, 2, 2, 5, 5, 1, 1, 0], [2, 2, 5, 5, 5, 1, 0, 0]]], // prettier-ignore
    },
  ],
  reference: (first, second) => beyond(agreement(first, second), byChance(first, second)),
  mistakes: [
    {
      hint: "This is the observed agreement alone. What would two raters reach by chance?",
      value: agreement,
    },
    { hint: "This is the agreement by chance. What do they reach beyond it?", value: byChance },
    {
      hint: "You subtract the agreement by chance, but of what can at most be reached beyond chance is it a share?",
      value: (first, second) => agreement(first, second) - byChance(first, second),
    },
    {
      hint: "You take every label as equally likely. How often does each rater use each label?",
      value: (first, second) => beyond(agreement(first, second), 1 / labelsOf(first, second).length),
    },
    {
      hint: "Your agreement by chance uses the labels of one rater twice. Who gives the second label?",
      value: (first, second) => beyond(agreement(first, second), byChance(first, first)),
    },
    {
      hint: "You put the ratings of both together before you count labels. Cohen's chance keeps each rater's own shares.",
      value: (first, second) => {
        const all = [...first, ...second];
        return beyond(agreement(first, second), byChance(all, all));
      },
    },
  ],
  hint: "Three steps: the share of faces with the same label, the agreement by chance, and the formula. Print each for ten faces and work them out on paper.",
});

type Counts = readonly [counts: readonly (readonly number[])[]];

const pairsThatAgree = (row: readonly number[]) => {
  const raters = sum(row);
  return sum(row.map((count) => count * (count - 1))) / (raters * (raters - 1));
};
const withItself = (row: readonly number[]) => sum(row.map((count) => (count / sum(row)) ** 2));
const labelShares = (counts: readonly (readonly number[])[]) => {
  const all = sum(counts.map(sum));
  return counts[0].map((_, label) => sum(counts.map((row) => row[label])) / all);
};
const chanceOf = (counts: readonly (readonly number[])[]) => sum(labelShares(counts).map((p) => p * p));
const observedOf = (counts: readonly (readonly number[])[]) => mean(counts.map(pairsThatAgree));

/** J. L. Fleiss, "Measuring Nominal Scale Agreement Among Many Raters", 1971. */
export const fleissKappa: Exercise = plainExercise<Counts>({
  ...{ id: "1.8", name: "Fleiss' kappa" },
  parts: [
    {
      what: "the values",
      points: 4,
      cases: [
        [[[5, 0, 0], [0, 4, 1], [1, 3, 1], [0, 0, 5]]],
        [[[10, 0, 0, 0], [6, 2, 1, 1], [0, 9, 1, 0], [3, 3, 4, 0], [0, 0, 2, 8], [1, 1, 1, 7]]],
        [[[2, 0], [1, 1], [0, 2], [1, 1]]],
      ], // prettier-ignore
      hiddenCases: [[[[3, 1, 0], [0, 4, 0], [2, 2, 0], [0, 1, 3], [1, 1, 2]]]], // prettier-ignore
    },
  ],
  reference: (counts) => beyond(observedOf(counts), chanceOf(counts)),
  mistakes: [
    { hint: "This is the observed agreement alone. What is reached by chance?", value: observedOf },
    { hint: "This is the agreement by chance. What is reached beyond it?", value: chanceOf },
    {
      hint: "You count each rater as a pair with him- or herself. How many pairs of two different raters are there?",
      value: (counts) => beyond(mean(counts.map(withItself)), chanceOf(counts)),
    },
    {
      hint: "You take every label as equally likely. How often is each label given, over all faces?",
      value: (counts) => beyond(observedOf(counts), 1 / counts[0].length),
    },
    {
      hint: "You subtract the agreement by chance, but of what can at most be reached beyond chance is it a share?",
      value: (counts) => observedOf(counts) - chanceOf(counts),
    },
    {
      hint: "You take the share of the most frequent label as agreement. How many of the pairs of raters agree?",
      value: (counts) => beyond(mean(counts.map((row) => Math.max(...row) / sum(row))), chanceOf(counts)),
    },
  ],
  hint: "For each face: how many of the n(n - 1) ordered pairs of raters agree? Take the mean over faces; then the squares of the labels' shares; then the formula.",
});
