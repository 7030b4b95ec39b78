import * as tf from "@tensorflow/tfjs-core";
import { drawn, type Sizes } from "../functionCases.js";
import { functionExercise } from "../functionExercise.js";
import type { Numbers } from "../numbersAnswer.js";
import { numbersExercise } from "../numbersExercise.js";
import type { KnownMistake } from "../referenceCheck.js";
import { numberQuestion } from "../quiz.js";

const oneHot = (indices: tf.Tensor, emotions: number) =>
  tf.oneHot(tf.cast(indices, "int32"), emotions).toFloat();

/** True and named emotions, one-hot; two of three stills are named rightly, and no emotion is missing. */
function truthAndNamed({ stills, emotions }: Sizes, name: string): tf.Tensor[] {
  const truth = tf.tensor1d(
    Array.from({ length: stills }, (_, at) => (at ** 2 + at) % emotions),
    "int32",
  );
  const others = tf.argMax(drawn(name, [stills, emotions]), 1);
  const isRight = tf.tensor1d(Array.from({ length: stills }, (_, at) => at % 3 !== 0)).cast("bool");
  return [oneHot(truth, emotions), oneHot(tf.where(isRight, truth, others), emotions)];
}

const counts = (truth: tf.Tensor, named: tf.Tensor) => tf.matMul(truth, named, true);

/** Stills by true emotion (row) and named emotion (column). */
export const confusionMatrix = functionExercise({
  ...{ id: "3.3", name: "Confusion matrix", points: { values: 2 } },
  cases: [
    { stills: 24, emotions: 3 },
    { stills: 15, emotions: 4 },
    { stills: 40, emotions: 7 },
  ],
  inputs: truthAndNamed,
  reference: counts,
  mistakes: [
    {
      hint: "Rows and columns have changed places. Which of them is the truth?",
      value: (truth, named) => counts(named, truth),
    },
    {
      hint: "Each of your rows adds up to 1. Are shares asked for, or counts?",
      value: (truth, named) => tf.divNoNan(counts(truth, named), tf.sum(counts(truth, named), 1, true)),
    },
    {
      hint: "You count only the stills that are named rightly. Where do the others stand in the matrix?",
      value: (truth, named) => tf.mul(counts(truth, named), tf.eye(truth.shape[1] ?? 1)),
    },
    {
      hint: "Your matrix has a 1 where it should count: how often does each pair occur?",
      value: (truth, named) => tf.minimum(counts(truth, named), 1),
    },
    {
      hint: "You count the true emotions, and leave out what was named.",
      value: (truth) => counts(truth, truth),
    },
  ],
  hint: "Row k, column j: how many stills show emotion k and are named j. Which axis do both inputs share, and what happens to it?",
});

type Counts = readonly (readonly number[])[];
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers: readonly number[]) => sum(numbers) / numbers.length;
const diagonal = (counted: Counts) => counted.map((row, at) => row[at]);
const war = (counted: Counts) => sum(diagonal(counted)) / sum(counted.map(sum));
const recalls = (counted: Counts) => counted.map((row, at) => row[at] / sum(row));
const uar = (counted: Counts) => mean(recalls(counted).filter((recall) => !Number.isNaN(recall)));
const named = (counted: Counts) => counted.map((_, at) => sum(counted.map((row) => row[at])));
const precisions = (counted: Counts) =>
  counted.map((row, at) => (row[at] === 0 ? 0 : row[at] / named(counted)[at]));

const matrices: readonly [number[][]][] = [
  [
    [
      [8, 1, 1],
      [2, 3, 0],
      [1, 1, 2],
    ],
  ],
  [
    [
      [5, 1, 0],
      [0, 0, 0],
      [2, 0, 2],
    ],
  ],
  [
    [
      [9, 0, 2, 1],
      [1, 4, 0, 0],
      [3, 0, 2, 1],
      [0, 0, 0, 6],
    ],
  ],
];

const rightCount: KnownMistake<[number[][]], Numbers> = {
  hint: "This is a count. Which number of stills is it a share of?",
  value: (counted) => sum(diagonal(counted)),
};

/** The share of stills that are named rightly. */
export const weightedRecall = numbersExercise<[number[][]]>({
  ...{ id: "3.4", name: "WAR", points: 1, cases: [matrices[0], matrices[1], matrices[2]] },
  reference: war,
  mistakes: [
    rightCount,
    { hint: "This is the share of wrong answers.", value: (counted) => 1 - war(counted) },
    { hint: "You take a mean over emotions. Does WAR, or does each still count alike?", value: uar },
    {
      hint: "You divide by the number of emotions. How many stills are there?",
      value: (counted) => sum(diagonal(counted)) / counted.length,
    },
    {
      hint: "You divide by the wrong answers. How many stills are there in all?",
      value: (counted) => sum(diagonal(counted)) / (sum(counted.map(sum)) - sum(diagonal(counted))),
    },
    { hint: "Give the share from 0 to 1, not in per cent.", value: (counted) => 100 * war(counted) },
  ],
  hint: "Where in the matrix do right answers stand, and how many stills are there in all?",
});

/** The mean of recalls over the emotions that occur. */
export const unweightedRecall = numbersExercise<[number[][]]>({
  ...{ id: "3.5", name: "UAR", points: 2, cases: [matrices[0], matrices[1], matrices[2]] },
  reference: uar,
  mistakes: [
    {
      hint: "This is WAR: emotions with many stills count for more. What is averaged over what?",
      value: war,
    },
    {
      hint: "You divide by how often an emotion was named: that is its precision. By what is a recall divided?",
      value: (counted) => mean(precisions(counted)),
    },
    {
      hint: "An emotion without a still counts as a recall of 0 here. May it count at all?",
      value: (counted) => mean(recalls(counted).map((recall) => recall || 0)),
    },
    {
      hint: "An emotion without a still counts as a recall of 1 here. May it count at all?",
      value: (counted) => mean(recalls(counted).map((recall) => (Number.isNaN(recall) ? 1 : recall))),
    },
    {
      hint: "Your value is a sum of recalls. What is the A in UAR?",
      value: (counted) => sum(recalls(counted).filter((recall) => !Number.isNaN(recall))),
    },
    { hint: "Give the share from 0 to 1, not in per cent.", value: (counted) => 100 * uar(counted) },
  ],
  hint: "One recall for each emotion that has stills, then their mean. What is a recall divided by?",
});

export const alwaysHappy = numberQuestion(
  { id: "3.6", name: "A classifier that has learnt nothing", points: 1 },
  0.25,
  0.004,
  "What is the recall of Happy, and what is that of each other emotion?",
  [
    { value: 0.8, hint: "This is its WAR. What is the mean of the four recalls?" },
    { value: 1, hint: "This is the recall of Happy. What are the other three?" },
    { value: 0, hint: "One of the four recalls is not 0." },
    { value: 0.2, hint: "Is it a share of stills that is asked for, or a mean over emotions?" },
    { value: 0.1429, hint: "How many emotions are there in this table?" },
  ],
);
