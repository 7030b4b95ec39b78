import type { Answers } from "../answers.js";
import { holm } from "./statistics.js";

/** Answers to Holm's correction. */
export const holmAnswers: Answers = {
  right: {
    "ranks first": holm,
    "pairs sorted, then put back": (p: number[]) => {
      const sorted = p.map((value, place) => ({ value, place })).sort((a, b) => a.value - b.value);
      const out = new Float64Array(p.length);
      sorted.forEach(({ value, place }, rank) => {
        const before = rank === 0 ? 0 : out[sorted[rank - 1].place];
        out[place] = Math.min(1, Math.max(before, value * (p.length - rank)));
      });
      return out;
    },
    "by counting": (p: number[]) =>
      p.map((own) =>
        Math.min(
          1,
          Math.max(...p.filter((v) => v <= own).map((v) => v * p.filter((other) => other >= v).length)),
        ),
      ),
    "sorting its input": (p: number[]) => {
      const before = [...p];
      let most = 0;
      const pairs = p
        .sort((a, b) => a - b)
        .map((v, i): [number, number] => [v, (most = Math.max(most, v * (p.length - i)))]);
      return before.map((v) => Math.min(1, new Map(pairs).get(v)!));
    },
  },
  wrong: [
    ["Bonferroni", (p: number[]) => p.map((v) => Math.min(1, v * p.length)), /Holm's factor shrinks/],
    [
      "no running maximum",
      (p: number[]) => {
        const sorted = [...p].sort((a, b) => a - b);
        return p.map((v) => Math.min(1, v * (p.length - sorted.indexOf(v))));
      },
      /must not get a smaller/,
    ],
    ["sorted", (p: number[]) => holm(p).sort((a, b) => a - b), /but sorted/],
    [
      "Benjamini and Hochberg",
      (p: number[]) => {
        const sorted = [...p].sort((a, b) => a - b);
        const q = sorted.map((v, i) => (v * p.length) / (i + 1));
        return p.map((v) => Math.min(1, ...q.slice(sorted.indexOf(v))));
      },
      /Benjamini/,
    ],
    [
      "Hochberg",
      (p: number[]) => {
        const sorted = [...p].sort((a, b) => a - b);
        const q = sorted.map((v, i) => v * (p.length - i));
        return p.map((v) => Math.min(1, ...q.slice(sorted.indexOf(v))));
      },
      /begin with the largest/,
    ],
    ["none", (p: number[]) => p, /What has happened/],
    [
      "the smallest alone",
      (p: number[]) => Math.min(...p) * p.length,
      /one number; asked for is a list of 5/,
    ],
    ["verdicts", (p: number[]) => p.map((v) => v < 0.05), /must return a number or a list/],
  ],
};
