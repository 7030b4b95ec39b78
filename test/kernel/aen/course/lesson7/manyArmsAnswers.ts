import * as tf from "@tensorflow/tfjs-core";
import type { Answers } from "../answers.js";
import { asExtreme, flips } from "./flips.js";
import { generator, holm, mean } from "./statistics.js";

/** The flips of all arms at once: signs by flip and seed. */
function largest(arms: number[][], count: number, random: () => number, reach = asExtreme) {
  const hits = arms.map(() => 0);
  for (let flip = 0; flip < count; flip++) {
    const signs = arms[0].map(() => (random() < 0.5 ? -1 : 1));
    const most = Math.max(...arms.map((d) => Math.abs(mean(d.map((v, i) => v * signs[i])))));
    arms.forEach((d, arm) => (hits[arm] += Number(reach(most, mean(d)))));
  }
  return hits.map((n) => n / count);
}

/** Answers to the sign-flip test of the largest of many arms. */
export const manyArmsAnswers: Answers = {
  right: {
    "the lesson's generator": (arms: number[][], n: number, seed: number) =>
      largest(arms, n, generator(seed).unit),
    "in tf": (arms: number[][], n: number, seed: number) => {
      const signs = tf.sub(
        tf.mul(tf.floor(tf.randomUniform([arms[0].length, n], 0, 2, "float32", seed)), 2),
        1,
      );
      const table = tf.tensor2d(arms);
      const most = tf.max(tf.abs(tf.matMul(table, signs)), 0, true);
      const observed = tf.sub(tf.abs(tf.sum(table, 1, true)), 1e-4);
      return tf.mean(tf.cast(tf.greaterEqual(most, observed), "float32"), 1);
    },
    "the observed one counted": (arms: number[][], n: number, seed: number) =>
      largest(arms, n, generator(seed).unit).map((p) => (n * p + 1) / (n + 1)),
  },
  wrong: [
    [
      "no correction",
      (arms: number[][], n: number, seed: number) =>
        arms.map((d) => flips(d, n, asExtreme, generator(seed).unit)),
      /corrects nothing/,
    ],
    [
      "signs by arm",
      (arms: number[][], n: number, seed: number) => {
        const { unit } = generator(seed);
        const hits = arms.map(() => 0);
        for (let i = 0; i < n; i++) {
          const most = Math.max(...arms.map((d) => Math.abs(mean(d.map((v) => (unit() < 0.5 ? -v : v))))));
          arms.forEach((d, arm) => (hits[arm] += Number(asExtreme(most, mean(d)))));
        }
        return hits.map((h) => h / n);
      },
      /signs of its own/,
    ],
    [
      "Bonferroni",
      (arms: number[][], n: number, seed: number) =>
        arms.map((d, at) =>
          Math.min(1, arms.length * flips(d, n, asExtreme, generator(seed + 1000 * at).unit)),
        ),
      /multiply p/,
    ],
    [
      "Holm",
      (arms: number[][], n: number, seed: number) => {
        // of many flips, so that the maxima in Holm's correction are not those of noise
        const p = arms.map((d) => flips(d, 8 * n, asExtreme, generator(seed).unit));
        return holm(p);
      },
      /Holm's correction/,
    ],
    [
      "the largest p alone",
      (arms: number[][], n: number, seed: number) => Math.max(...largest(arms, n, generator(seed).unit)),
      /one number; asked for is a list of 4/,
    ],
    ["no seed", (arms: number[][], n: number) => largest(arms, n, Math.random), /Twice the same seed/],
    [
      "a strict comparison",
      (arms: number[][], n: number, seed: number) =>
        largest(arms, n, generator(seed).unit, (f, o) => Math.abs(f) > Math.abs(o) + 1e-9),
      /For each flip/,
    ],
    ["nothing yet", () => undefined, /returns nothing yet/],
  ],
};
