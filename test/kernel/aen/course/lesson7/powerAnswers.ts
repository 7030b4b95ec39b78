import * as tf from "@tensorflow/tfjs-core";
import type { Answers } from "../answers.js";
import { generator, mean, sd, t975 } from "./statistics.js";

interface Differing {
  readonly critical?: (seeds: number) => number;
  readonly spreadOf?: (spread: number) => number;
  readonly root?: boolean;
  readonly effectOf?: (effect: number) => number;
}

function power(given: readonly number[], seed: number, differing: Differing = {}): number {
  const [effect, spread, seeds, studies] = given;
  const { critical = (n) => t975[n - 1], spreadOf = (s) => s, root = true, effectOf = (e) => e } = differing;
  const { normal } = generator(seed);
  let found = 0;
  for (let study = 0; study < studies; study++) {
    const d = Array.from({ length: seeds }, () => effectOf(effect) + spreadOf(spread) * normal());
    const t = (mean(d) / sd(d)) * (root ? Math.sqrt(seeds) : 1);
    if (Math.abs(t) > critical(seeds)) found++;
  }
  return found / studies;
}

/** Answers to a study's power. */
export const powerAnswers: Answers = {
  right: {
    "the lesson's generator": (e: number, s: number, n: number, studies: number, seed: number) =>
      power([e, s, n, studies], seed),
    "in tf": (e: number, s: number, n: number, studies: number, seed: number) => {
      const d = tf.randomNormal([studies, n], e, s, "float32", seed);
      const { mean: middle, variance } = tf.moments(d, 1);
      const t = tf.div(middle, tf.sqrt(tf.div(variance, n - 1)));
      return tf.mean(tf.cast(tf.greater(tf.abs(t), t975[n - 1]), "float32"));
    },
    "by intervals without 0": (e: number, s: number, n: number, studies: number, seed: number) => {
      const { normal } = generator(seed);
      const isFound = () => {
        const d = Array.from({ length: n }, () => e + s * normal());
        const margin = (t975[n - 1] * sd(d)) / Math.sqrt(n);
        return mean(d) - margin > 0 || mean(d) + margin < 0;
      };
      return Array.from({ length: studies }, isFound).filter(Boolean).length / studies;
    },
    "a seed for each study": (e: number, s: number, n: number, studies: number, seed: number) => {
      let found = 0;
      for (let study = 0; study < studies; study++) found += power([e, s, n, 1], 7919 * seed + study);
      return found / studies;
    },
  },
  wrong: [
    [
      "1.96",
      (e: number, s: number, n: number, k: number, seed: number) =>
        power([e, s, n, k], seed, { critical: () => 1.96 }),
      /1\.96/,
    ],
    [
      "no root",
      (e: number, s: number, n: number, k: number, seed: number) =>
        power([e, s, n, k], seed, { root: false }),
      /does not grow/,
    ],
    [
      "a variance",
      (e: number, s: number, n: number, k: number, seed: number) =>
        power([e, s, n, k], seed, { spreadOf: (spread) => spread ** 2 }),
      /standard deviation/,
    ],
    [
      "the other share",
      (e: number, s: number, n: number, k: number, seed: number) => 1 - power([e, s, n, k], seed),
      /find nothing/,
    ],
    [
      "no effect",
      (e: number, s: number, n: number, k: number, seed: number) =>
        power([e, s, n, k], seed, { effectOf: () => 0 }),
      /where does `effect`/,
    ],
    [
      "no seed",
      (e: number, s: number, n: number, k: number) => power([e, s, n, k], Math.floor(Math.random() * 1e9)),
      /Twice the same seed/,
    ],
    [
      "one seed for ever",
      (e: number, s: number, n: number, k: number) => power([e, s, n, k], 5),
      /Every seed gives the same/,
    ],
    [
      "a normal test of every difference",
      (e: number, s: number, n: number, k: number, seed: number) =>
        power([e, s, n, k], seed, { critical: () => 1 }),
      /For each study/,
    ],
  ],
};
