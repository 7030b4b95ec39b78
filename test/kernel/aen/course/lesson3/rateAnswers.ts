import * as tf from "@tensorflow/tfjs-core";
import type { Answers } from "../answers.js";

type T = tf.Tensor;
type Counts = number[][];

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const rightOnes = (counts: Counts) => sum(counts.map((row, at) => row[at]));
const recalls = (counts: Counts) => counts.map((row, at) => row[at] / sum(row));
const present = (counts: Counts) => recalls(counts).filter((recall) => !Number.isNaN(recall));

/** Answers to the exercises of lesson 3 that count people and stills, by number. */
export const rateAnswers: Readonly<Record<string, Answers>> = {
  "3.2": {
    right: {
      "a filter": (train: number[], test: number[]) =>
        test.filter((person) => train.includes(person)).length / test.length,
      "a set and a loop": (train: number[], test: number[]) => {
        const known = new Set(train);
        let count = 0;
        for (const person of test) if (known.has(person)) count++;
        return count / test.length;
      },
      "those who are new taken away": (train: number[], test: number[]) =>
        1 - test.filter((person) => train.indexOf(person) < 0).length / test.length,
      tensors: (train: number[], test: number[]) => {
        const same = tf.equal(tf.expandDims(tf.tensor1d(test), 1), tf.expandDims(tf.tensor1d(train), 0));
        return tf.mean(tf.any(same, 1).toFloat());
      },
    },
    wrong: [
      [
        "people instead of stills",
        (train: number[], test: number[]) => {
          const people = [...new Set(test)];
          return people.filter((person) => train.includes(person)).length / people.length;
        },
        /count each person once/,
      ],
      [
        "the training's share",
        (train: number[], test: number[]) =>
          train.filter((person) => test.includes(person)).length / train.length,
        /Whose share/,
      ],
      [
        "a count",
        (train: number[], test: number[]) => test.filter((person) => train.includes(person)).length,
        /is a count/,
      ],
      [
        "the new people",
        (train: number[], test: number[]) =>
          test.filter((person) => !train.includes(person)).length / test.length,
        /whose person is new/,
      ],
      [
        "place by place",
        (train: number[], test: number[]) =>
          test.filter((person, at) => person === train[at]).length / test.length,
        /place by place/,
      ],
      [
        "a list",
        (train: number[], test: number[]) => test.filter((one) => train.includes(one)),
        /one number/,
      ],
      ["nothing yet", () => undefined, /returns nothing yet/],
    ],
  },
  "3.3": {
    right: {
      "a matrix product": (truth: T, named: T) => tf.matMul(truth, named, true),
      "a transposition": (truth: T, named: T) => tf.matMul(tf.transpose(truth), named),
      einsum: (truth: T, named: T) => tf.einsum("nk,nj->kj", truth, named),
      "a loop over stills": (truth: T, named: T) => {
        const counts = Array.from({ length: truth.shape[1]! }, () =>
          new Array<number>(truth.shape[1]!).fill(0),
        );
        const [rows, columns] = [truth, named].map((each) => [...tf.argMax(each, 1).dataSync()]);
        rows.forEach((row, at) => counts[row][columns[at]]++);
        return tf.tensor2d(counts);
      },
    },
    wrong: [
      ["columns and rows swapped", (truth: T, named: T) => tf.matMul(named, truth, true), /changed places/],
      [
        "shares of rows",
        (truth: T, named: T) => {
          const counts = tf.matMul(truth, named, true);
          return tf.divNoNan(counts, tf.sum(counts, 1, true));
        },
        /adds up to 1/,
      ],
      [
        "right answers only",
        (truth: T, named: T) => tf.mul(tf.matMul(truth, named, true), tf.eye(truth.shape[1]!)),
        /named rightly/,
      ],
      ["no counting", (truth: T, named: T) => tf.minimum(tf.matMul(truth, named, true), 1), /should count/],
      ["the truth alone", (truth: T) => tf.matMul(truth, truth, true), /leave out what was named/],
      [
        "shares of all",
        (truth: T, named: T) => tf.div(tf.matMul(truth, named, true), truth.shape[0]),
        /one and the same factor/,
      ],
      [
        "stills by stills",
        (truth: T, named: T) => tf.matMul(truth, named, false, true),
        /shape \[24, 24\] where \[3, 3\]/,
      ],
      ["nothing yet", () => undefined, /returns nothing yet/],
    ],
  },
  "3.4": {
    right: {
      "a sum": (counts: Counts) => rightOnes(counts) / sum(counts.flat()),
      loops: (counts: Counts) => {
        let [hits, all] = [0, 0];
        for (let k = 0; k < counts.length; k++)
          for (let j = 0; j < counts.length; j++) {
            all += counts[k][j];
            if (j === k) hits += counts[k][j];
          }
        return hits / all;
      },
      "recalls weighted by stills": (counts: Counts) =>
        sum(recalls(counts).map((recall, at) => (recall || 0) * sum(counts[at]))) / sum(counts.flat()),
      tensors: (counts: Counts) => {
        const all = tf.tensor2d(counts);
        return tf.div(tf.sum(tf.mul(all, tf.eye(counts.length))), tf.sum(all));
      },
    },
    wrong: [
      ["a count", rightOnes, /is a count/],
      ["errors", (counts: Counts) => 1 - rightOnes(counts) / sum(counts.flat()), /share of wrong/],
      ["UAR", (counts: Counts) => sum(recalls(counts)) / counts.length, /mean over emotions/],
      ["divided by emotions", (counts: Counts) => rightOnes(counts) / counts.length, /number of emotions/],
      [
        "divided by errors",
        (counts: Counts) => rightOnes(counts) / (sum(counts.flat()) - rightOnes(counts)),
        /wrong answers/,
      ],
      ["per cent", (counts: Counts) => (100 * rightOnes(counts)) / sum(counts.flat()), /per cent/],
      ["recalls", recalls, /list of 3 numbers; asked for is one number/],
      ["nothing yet", () => undefined, /returns nothing yet/],
    ],
  },
  "3.5": {
    right: {
      "recalls that are numbers": (counts: Counts) => sum(present(counts)) / present(counts).length,
      "a loop": (counts: Counts) => {
        let [total, emotions] = [0, 0];
        counts.forEach((row, at) => {
          const shown = sum(row);
          if (shown === 0) return;
          total += row[at] / shown;
          emotions++;
        });
        return total / emotions;
      },
      tensors: (counts: Counts) => {
        const all = tf.tensor2d(counts);
        const shown = tf.sum(all, 1);
        const hits = tf.sum(tf.mul(all, tf.eye(counts.length)), 1);
        return tf.div(tf.sum(tf.divNoNan(hits, shown)), tf.sum(tf.cast(tf.greater(shown, 0), "float32")));
      },
    },
    wrong: [
      ["WAR", (counts: Counts) => rightOnes(counts) / sum(counts.flat()), /This is WAR/],
      [
        "precision",
        (counts: Counts) => {
          const named = counts.map((_, at) => sum(counts.map((row) => row[at])));
          return sum(counts.map((row, at) => row[at] / named[at])) / counts.length;
        },
        /its precision/,
      ],
      [
        "a recall of 0 where nothing is shown",
        (counts: Counts) => sum(recalls(counts).map((recall) => recall || 0)) / counts.length,
        /recall of 0 here/,
      ],
      ["a division by 0", (counts: Counts) => sum(recalls(counts)) / counts.length, /NaN/],
      ["a sum", (counts: Counts) => sum(present(counts)), /sum of recalls/],
      [
        "a recall of 1 where nothing is shown",
        (counts: Counts) =>
          sum(recalls(counts).map((recall) => (Number.isNaN(recall) ? 1 : recall))) / counts.length,
        /recall of 1 here/,
      ],
      ["per cent", (counts: Counts) => (100 * sum(present(counts))) / present(counts).length, /per cent/],
      ["the best recall", (counts: Counts) => Math.max(...present(counts)), /One recall for each/],
      ["nothing yet", () => undefined, /returns nothing yet/],
    ],
  },
};
