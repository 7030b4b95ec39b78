import * as tf from "@tensorflow/tfjs-core";
import type { Answers } from "../answers.js";
import { differences, mean, sd, t975 } from "./statistics.js";

function margins(x: readonly number[], margin: number): number[] {
  return [mean(x) - margin, mean(x) + margin];
}

function tOf(d: readonly number[], lost = 1): number {
  return (mean(d) / sd(d, lost)) * Math.sqrt(d.length);
}

/** Answers to the interval over seeds and the paired t value. */
export const intervalAnswers = {
  "7.2": {
    right: {
      "with the lesson's table": (x: number[]) => {
        const margin = (t975[x.length - 1] * sd(x)) / Math.sqrt(x.length);
        return [mean(x) - margin, mean(x) + margin];
      },
      "in tf": (x: number[]) => {
        const values = tf.tensor1d(x);
        const { mean: middle, variance } = tf.moments(values);
        const margin = tf.mul(tf.sqrt(tf.div(variance, x.length - 1)), t975[x.length - 1]);
        return tf.stack([tf.sub(middle, margin), tf.add(middle, margin)]);
      },
      "in a loop, as typed array": (x: number[]) => {
        let [sum, squares] = [0, 0];
        for (const v of x) [sum, squares] = [sum + v, squares + v * v];
        const error = Math.sqrt((squares - (sum * sum) / x.length) / (x.length - 1) / x.length);
        return Float64Array.of(
          sum / x.length - t975[x.length - 1] * error,
          sum / x.length + t975[x.length - 1] * error,
        );
      },
    },
    wrong: [
      ["1.96", (x: number[]) => margins(x, (1.96 * sd(x)) / Math.sqrt(x.length)), /1\.96 belongs/],
      ["one run's", (x: number[]) => margins(x, t975[x.length - 1] * sd(x)), /single run/],
      ["one standard error", (x: number[]) => margins(x, sd(x) / Math.sqrt(x.length)), /How many of them/],
      [
        "a divisor n",
        (x: number[]) => margins(x, (t975[x.length - 1] * sd(x, 0)) / Math.sqrt(x.length)),
        /divides by n/,
      ],
      ["a row too far", (x: number[]) => margins(x, (t975[x.length] * sd(x)) / Math.sqrt(x.length)), /fewer/],
      ["a range", (x: number[]) => [Math.min(...x), Math.max(...x)], /worst run/],
      ["the mean alone", (x: number[]) => mean(x), /returns one number; asked for is a list of 2/],
      ["nothing yet", () => undefined, /returns nothing yet/],
      ["a table's gap", (x: number[]) => margins(x, NaN), /NaN/],
    ],
  },
  "7.3": {
    right: {
      "differences first": (a: number[], b: number[]) => {
        const d = differences(a, b);
        return mean(d) / (sd(d) / Math.sqrt(d.length));
      },
      "in tf": (a: number[], b: number[]) => {
        const { mean: middle, variance } = tf.moments(tf.sub(a, b));
        return tf.div(middle, tf.sqrt(tf.div(variance, a.length - 1)));
      },
      "from sums": (a: number[], b: number[]) => {
        const n = a.length;
        const [sum, squares] = a.reduce(([s, q], v, i) => [s + v - b[i], q + (v - b[i]) ** 2], [0, 0]);
        return sum / Math.sqrt((n * squares - sum * sum) / (n - 1));
      },
    },
    wrong: [
      [
        "no pairs",
        (a: number[], b: number[]) =>
          (mean(a) - mean(b)) / Math.sqrt(sd(a) ** 2 / a.length + sd(b) ** 2 / b.length),
        /nothing to do with each other/,
      ],
      ["base minus arm", (a: number[], b: number[]) => tOf(differences(b, a)), /sign is not/],
      [
        "no root",
        (a: number[], b: number[]) => mean(differences(a, b)) / sd(differences(a, b)),
        /does not grow/,
      ],
      ["a divisor n", (a: number[], b: number[]) => tOf(differences(a, b), 0), /divides by n/],
      ["no deviation", (a: number[], b: number[]) => mean(differences(a, b)), /In what unit/],
      [
        "all differences",
        (a: number[], b: number[]) => differences(a, b),
        /list of 5 numbers; asked for is one/,
      ],
      ["a p value", () => 0.03, /One number: the differences/],
    ],
  },
} satisfies Record<string, Answers>;
