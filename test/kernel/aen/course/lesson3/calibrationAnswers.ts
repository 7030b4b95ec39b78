import * as tf from "@tensorflow/tfjs-core";
import type { Answers } from "../answers.js";

type T = tf.Tensor;
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers: number[]) => sum(numbers) / numbers.length;

/** Share of answers, mean confidence and share of right ones, of each bin with answers. */
function filled(confidence: number[], right: number[], bins: number) {
  return Array.from({ length: bins }, (_, bin) => {
    const inside = confidence.flatMap((p, i) => (p > bin / bins && p <= (bin + 1) / bins ? [i] : []));
    const share = inside.length / confidence.length;
    return { share, conf: mean(inside.map((i) => confidence[i])), acc: mean(inside.map((i) => right[i])) };
  }).filter(({ share }) => share > 0);
}

type Fit = [logits: number[][], labels: number[], temperatures: number[]];

function cost(logits: number[][], labels: number[], scale: (z: number) => number): number {
  return mean(
    logits.map((row, i) => {
      const e = row.map((z) => Math.exp(scale(z)));
      return -Math.log(e[labels[i]] / sum(e));
    }),
  );
}
const costs = ([logits, labels, temperatures]: Fit) =>
  temperatures.map((temperature) => cost(logits, labels, (z) => z / temperature));

/** Answers to the exercises of lesson 3 on calibration, by number. */
export const calibrationAnswers: Readonly<Record<string, Answers>> = {
  "3.7": {
    right: {
      "as the formula": (...given: [number[], number[], number]) =>
        sum(filled(...given).map(({ share, conf, acc }) => share * Math.abs(acc - conf))),
      "sums in one loop": (confidence: number[], right: number[], bins: number) => {
        const surplus = new Array<number>(bins).fill(0);
        confidence.forEach((p, i) => (surplus[Math.ceil(p * bins) - 1] += p - right[i]));
        return sum(surplus.map(Math.abs)) / confidence.length;
      },
      tensors: (confidence: number[], right: number[], bins: number) => {
        const surplus = tf.sub(tf.tensor1d(confidence), tf.tensor1d(right)) as tf.Tensor1D;
        const bin = tf.sub(tf.ceil(tf.mul(tf.tensor1d(confidence), bins)), 1).cast("int32") as tf.Tensor1D;
        const perBin = tf.matMul(tf.oneHot(bin, bins).toFloat(), tf.expandDims(surplus, 1), true);
        return tf.div(tf.sum(tf.abs(perBin)), confidence.length);
      },
    },
    wrong: [
      [
        "bins that count alike",
        (...given: [number[], number[], number]) =>
          mean(filled(...given).map(({ conf, acc }) => Math.abs(acc - conf))),
        /count alike|number of all bins/,
      ],
      [
        "no bars",
        (...given: [number[], number[], number]) =>
          sum(filled(...given).map(({ share, conf, acc }) => share * (conf - acc))),
        /cancel/,
      ],
      [
        "one bin",
        (confidence: number[], right: number[]) => Math.abs(mean(confidence) - mean(right)),
        /cancel/,
      ],
      [
        "the worst bin",
        (...given: [number[], number[], number]) =>
          Math.max(...filled(...given).map(({ conf, acc }) => Math.abs(acc - conf))),
        /worst bin/,
      ],
      [
        "squares",
        (...given: [number[], number[], number]) =>
          sum(filled(...given).map(({ share, conf, acc }) => share * (acc - conf) ** 2)),
        /square/,
      ],
      [
        "a sum over stills",
        (...given: [number[], number[], number]) =>
          given[0].length * sum(filled(...given).map(({ share, conf, acc }) => share * Math.abs(acc - conf))),
        /sum over stills/,
      ],
      [
        "empty bins that are no numbers",
        (confidence: number[], right: number[], bins: number) =>
          sum(
            Array.from({ length: bins }, (_, bin) => {
              const inside = confidence.flatMap((p, i) => (Math.ceil(p * bins) - 1 === bin ? [i] : []));
              return Math.abs(mean(inside.map((i) => confidence[i])) - mean(inside.map((i) => right[i])));
            }),
          ),
        /NaN/,
      ],
      ["nothing yet", () => undefined, /returns nothing yet/],
    ],
  },
  "3.8": {
    right: {
      "as the formula": (z: T, t: T) => tf.softmax(tf.div(z, t)),
      "a factor": (z: T, t: T) => tf.softmax(tf.mul(z, tf.div(1, t))),
      "a softmax by hand": (z: T, t: T) => {
        const e = tf.exp(tf.div(z, t));
        return tf.div(e, tf.sum(e, 1, true));
      },
      "logarithms of shares": (z: T, t: T) => tf.exp(tf.logSoftmax(tf.div(tf.logSoftmax(z), t))),
    },
    wrong: [
      ["a product", (z: T, t: T) => tf.softmax(tf.mul(z, t)), /makes your probabilities surer/],
      ["the softmax first", (z: T, t: T) => tf.div(tf.softmax(z), t), /what comes first/],
      ["no temperature", (z: T) => tf.softmax(z), /does not come into/],
      ["logarithms", (z: T, t: T) => tf.logSoftmax(tf.div(z, t)), /logarithms/],
      ["scores", (z: T, t: T) => tf.div(z, t), /scores, which/],
      ["sigmoids", (z: T, t: T) => tf.sigmoid(tf.div(z, t)), /by itself/],
      [
        "a softmax over stills",
        (z: T, t: T) => tf.transpose(tf.softmax(tf.transpose(tf.div(z, t)))),
        /Two steps/,
      ],
      [
        "a temperature that left tf",
        (z: T, t: T) => tf.softmax(tf.div(z, t.dataSync()[0])),
        /no gradient reaches the temperature/,
      ],
      ["nothing yet", () => undefined, /returns nothing yet/],
    ],
  },
  "3.9": {
    right: {
      "the smallest cost": (...given: Fit) => given[2][costs(given).indexOf(Math.min(...costs(given)))],
      "a sorted copy": (...given: Fit) => {
        const all = costs(given);
        return [...given[2]].sort((a, b) => all[given[2].indexOf(a)] - all[given[2].indexOf(b)])[0];
      },
      tensors: (logits: number[][], labels: number[], temperatures: number[]) => {
        const truth = tf.oneHot(tf.tensor1d(labels, "int32"), logits[0].length).toFloat();
        const all = temperatures.map((t) =>
          tf.losses.softmaxCrossEntropy(truth, tf.div(tf.tensor2d(logits), t)),
        );
        return temperatures[tf.argMin(tf.stack(all)).dataSync()[0]];
      },
    },
    wrong: [
      [
        "the largest cost",
        (...given: Fit) => given[2][costs(given).indexOf(Math.max(...costs(given)))],
        /large or small/,
      ],
      [
        "a product",
        (logits: number[][], labels: number[], temperatures: number[]) => {
          const all = temperatures.map((t) => cost(logits, labels, (z) => z * t));
          return temperatures[all.indexOf(Math.min(...all))];
        },
        /multiply/,
      ],
      ["the cost itself", (...given: Fit) => Math.min(...costs(given)), /Which temperature is it/],
      [
        "the place in the list",
        (...given: Fit) => costs(given).indexOf(Math.min(...costs(given))),
        /place in the list/,
      ],
      ["all costs", (...given: Fit) => costs(given), /asked for is one number/],
      ["none fitted", () => 1, /For each temperature/],
      [
        "what makes all probabilities even",
        (_logits: number[][], _labels: number[], temperatures: number[]) => Math.max(...temperatures),
        /highest temperature/,
      ],
      ["nothing yet", () => undefined, /returns nothing yet/],
    ],
  },
};
