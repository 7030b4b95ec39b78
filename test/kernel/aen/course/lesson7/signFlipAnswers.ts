import * as tf from "@tensorflow/tfjs-core";
import type { Answers } from "../answers.js";
import { asExtreme, flips } from "./flips.js";
import { generator, mean } from "./statistics.js";

/** Answers to the sign-flip test of one arm. */
export const signFlipAnswers: Answers = {
  right: {
    "the lesson's generator": (d: number[], n: number, seed: number) =>
      flips(d, n, asExtreme, generator(seed).unit),
    "the observed one counted": (d: number[], n: number, seed: number) =>
      (1 + n * flips(d, n, asExtreme, generator(seed).unit)) / (n + 1),
    "in tf": (d: number[], n: number, seed: number) => {
      const signs = tf.sub(tf.mul(tf.floor(tf.randomUniform([n, d.length], 0, 2, "float32", seed)), 2), 1);
      const sums = tf.abs(tf.sum(tf.mul(signs, tf.tensor1d(d)), 1));
      return tf.mean(tf.cast(tf.greaterEqual(sums, Math.abs(tf.sum(d).dataSync()[0]) - 1e-4), "float32"));
    },
    "all patterns": (d: number[]) => {
      let hits = 0;
      for (let pattern = 0; pattern < 2 ** d.length; pattern++)
        if (asExtreme(mean(d.map((v, i) => ((pattern >> i) & 1 ? -v : v))), mean(d))) hits++;
      return hits / 2 ** d.length;
    },
  },
  wrong: [
    [
      "one side",
      (d: number[], n: number, seed: number) =>
        flips(d, n, (f, o) => Math.sign(o) * f >= Math.abs(o) - 1e-9, generator(seed).unit),
      /half/,
    ],
    [
      "a strict comparison",
      (d: number[], n: number, seed: number) =>
        flips(d, n, (f, o) => Math.abs(f) > Math.abs(o) + 1e-9, generator(seed).unit),
      /exactly the observed/,
    ],
    [
      "the other share",
      (d: number[], n: number, seed: number) => 1 - flips(d, n, asExtreme, generator(seed).unit),
      /less extreme/,
    ],
    [
      "one coin for all seeds",
      (d: number[], n: number, seed: number) => {
        const { unit } = generator(seed);
        let hits = 0;
        for (let i = 0; i < n; i++) hits += Number(asExtreme(mean(d) * (unit() < 0.5 ? -1 : 1), mean(d)));
        return hits / n;
      },
      /Every seed gives the same/,
    ],
    ["no seed", (d: number[], n: number) => flips(d, n, asExtreme, Math.random), /Twice the same seed/],
    [
      "one seed for ever",
      (d: number[], n: number) => flips(d, n, asExtreme, generator(3).unit),
      /Every seed gives the same/,
    ],
    [
      "a count",
      (d: number[], n: number, seed: number) => n * flips(d, n, asExtreme, generator(seed).unit),
      /no share/,
    ],
    [
      "an unfair coin",
      (d: number[], n: number, seed: number) => {
        const { unit } = generator(seed);
        return flips(d, n, asExtreme, () => unit() * 2);
      },
      /fair coin/,
    ],
    ["nothing yet", () => undefined, /returns nothing yet/],
  ],
};
