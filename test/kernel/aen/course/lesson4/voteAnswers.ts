import * as tf from "@tensorflow/tfjs-core";
import type { Answers } from "../answers.js";

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const counted = (named: number[], emotions: number) =>
  Array.from({ length: emotions }, (_, emotion) => named.filter((each) => each === emotion).length);
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
const ways = (n: number, k: number) => factorial(n) / (factorial(k) * factorial(n - k));
const often = (p: number, n: number, k: number) => ways(n, k) * p ** k * (1 - p) ** (n - k);
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** Answers to the exercises of lesson 4 on votes, by number. */
export const voteAnswers: Readonly<Record<string, Answers>> = {
  "4.2": {
    right: {
      counts: (named: number[], emotions: number) => {
        const counts = counted(named, emotions);
        return counts.indexOf(Math.max(...counts));
      },
      "a loop": (named: number[], emotions: number) => {
        let [best, most] = [0, -1];
        for (let emotion = 0; emotion < emotions; emotion++) {
          const count = named.filter((each) => each === emotion).length;
          if (count > most) [best, most] = [emotion, count];
        }
        return best;
      },
      tensors: (named: number[], emotions: number) =>
        tf.argMax(tf.sum(tf.oneHot(tf.tensor1d(named, "int32"), emotions), 0)),
      "a sorted list of pairs": (named: number[], emotions: number) =>
        counted(named, emotions)
          .map((count, emotion) => [count, emotion])
          .sort(([a, i], [b, j]) => b - a || i - j)[0][1],
    },
    wrong: [
      [
        "the last of a tie",
        (named: number[], emotions: number) => {
          const counts = counted(named, emotions);
          return counts.lastIndexOf(Math.max(...counts));
        },
        /highest number/,
      ],
      [
        "the first in the clip",
        (named: number[], emotions: number) => {
          const counts = counted(named, emotions);
          return named.find((each) => counts[each] === Math.max(...counts));
        },
        /comes first in the clip/,
      ],
      [
        "a count",
        (named: number[], emotions: number) => Math.max(...counted(named, emotions)),
        /how many frames/,
      ],
      ["a mean", (named: number[]) => Math.round(sum(named) / named.length), /average the numbers/],
      ["one frame", (named: number[]) => named[0], /first frame/],
      [
        "a median",
        (named: number[]) => [...named].sort((a, b) => a - b)[Math.floor(named.length / 2)],
        /in the middle/,
      ],
      ["all counts", counted, /a list of 7 numbers; asked for is one number/],
      ["nothing yet", () => undefined, /returns nothing yet/],
    ],
  },
  "4.4": {
    right: {
      factorials: (p: number, n: number) => sum(upTo((n + 1) / 2, n).map((k) => often(p, n, k))),
      "one after another": (p: number, n: number) => {
        let shares = [1];
        for (let frame = 0; frame < n; frame++)
          shares = upTo(0, frame + 1).map((k) => (shares[k] ?? 0) * (1 - p) + (shares[k - 1] ?? 0) * p);
        return sum(shares.slice((n + 1) / 2));
      },
      "the rest": (p: number, n: number) => 1 - sum(upTo(0, (n - 1) / 2).map((k) => often(p, n, k))),
    },
    wrong: [
      ["all frames", (p: number, n: number) => p ** n, /all frames are right/],
      [
        "the smallest majority",
        (p: number, n: number) => often(p, n, (n + 1) / 2),
        /smallest majority alone/,
      ],
      ["one frame or more", (p: number, n: number) => 1 - (1 - p) ** n, /one frame or more/],
      [
        "no ways",
        (p: number, n: number) => sum(upTo((n + 1) / 2, n).map((k) => p ** k * (1 - p) ** (n - k))),
        /several ways/,
      ],
      [
        "the minority",
        (p: number, n: number) => sum(upTo(0, (n - 1) / 2).map((k) => often(p, n, k))),
        /most frames are wrong/,
      ],
      ["a mean", (p: number, n: number) => p * n, /on average/],
      ["one frame", (p: number) => p, /share of one frame/],
      ["nothing yet", () => undefined, /returns nothing yet/],
    ],
  },
};
