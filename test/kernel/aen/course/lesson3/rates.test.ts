import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../../kernel/engine/tensorflow.js";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import {
  confusionMatrix,
  unweightedRecall,
  weightedRecall,
} from "../../../../../kernel/aen/course/lesson3/rates.js";
import {
  classScores,
  unweightedAverageRecall,
  weightedAverageRecall,
} from "../../../../../kernel/metrics/confusionMatrix.js";

/** Of the matrices that the checks look at: scikit-learn 1.9.1, accuracy_score and balanced_accuracy_score. */
const golden = [
  {
    counts: [
      [8, 1, 1],
      [2, 3, 0],
      [1, 1, 2],
    ],
    war: 0.6842105263157895,
    uar: 0.6333333333333333,
  },
  {
    counts: [
      [5, 1, 0],
      [0, 0, 0],
      [2, 0, 2],
    ],
    war: 0.7,
    uar: 0.6666666666666667,
  },
  {
    counts: [
      [9, 0, 2, 1],
      [1, 4, 0, 0],
      [3, 0, 2, 1],
      [0, 0, 0, 6],
    ],
    war: 0.7241379310344828,
    uar: 0.7208333333333333,
  },
];
const told = (figure: "war" | "uar") => (counts: number[][]) =>
  golden.find((one) => JSON.stringify(one.counts) === JSON.stringify(counts))?.[figure];

describe("lesson 3 asks for the usual rates", () => {
  it("its WAR and UAR are scikit-learn's, an emotion without a still left out", async () => {
    assert.equal((await checkAnswer(weightedRecall, told("war"), { hidden: true })).points, 1);
    assert.equal((await checkAnswer(unweightedRecall, told("uar"), { hidden: true })).points, 2);
  });

  it("they are the product's own", async () => {
    const uar = (counts: number[][]) => unweightedAverageRecall(classScores(counts));
    assert.equal((await checkAnswer(weightedRecall, weightedAverageRecall, { hidden: true })).points, 1);
    assert.equal((await checkAnswer(unweightedRecall, uar, { hidden: true })).points, 2);
  });

  it("its confusion matrix shows errors in the first case, so that a transposed one is told", async () => {
    const transposed = (truth: tf.Tensor, named: tf.Tensor) => tf.matMul(named, truth, true);
    assert.equal((await checkAnswer(confusionMatrix, transposed)).points, 0);
  });
});
