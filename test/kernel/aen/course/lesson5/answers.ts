import * as tf from "@tensorflow/tfjs-core";
import type { Answers } from "../answers.js";

type T = tf.Tensor;
type Table = number[][];

const sums = (p: T, members: T) => tf.matMul(p, members as tf.Tensor2D);
const largest = (row: number[]) => row.indexOf(Math.max(...row));
const mixed = (clip: Table, emotion: Table, mix: (one: number, other: number) => number) =>
  clip.map((row, b) => largest(row.map((value, k) => mix(value, emotion[b][k]))));

/** M of exercise 5.7: i for rows, j for columns. */
const table = (a: T, c: T, divisor = Math.sqrt(c.shape[1]!)) =>
  tf.div(tf.mul(tf.expandDims(a, 2), tf.expandDims(c, 1)), divisor);
const overRows = (m: T) => {
  const powers = tf.exp(tf.sub(m, tf.max(m, 1, true)));
  return tf.div(powers, tf.sum(powers, 1, true));
};
const taken = (p: T, c: T) => tf.sum(tf.mul(p, tf.expandDims(c, 1)), 2);

/** Answers to the exercises of lesson 5, by number. */
export const lesson5Answers: Readonly<Record<string, Answers>> = {
  "5.1": {
    right: {
      letters: { spatial: "c", temporal: "a", sentiment: "d", emotion: "b" },
      capitals: { spatial: "C", temporal: "A", sentiment: "D", emotion: "B" },
      "another order, with brackets": { emotion: "b)", sentiment: "(d)", temporal: "a.", spatial: " c " },
    },
    wrong: [
      ["heads swapped", { spatial: "c", temporal: "a", sentiment: "b", emotion: "d" }, /2 of 4 pairs/],
      ["encoders swapped", { spatial: "a", temporal: "c", sentiment: "d", emotion: "b" }, /2 of 4 pairs/],
      ["one letter", { spatial: "a", temporal: "a", sentiment: "a", emotion: "a" }, /1 of 4 pairs is/],
      [
        "nothing chosen",
        { spatial: "", temporal: "", sentiment: "", emotion: "" },
        /Give one letter for each/,
      ],
      ["one missing", { spatial: "c", temporal: "a", sentiment: "d" }, /Give one letter for each/],
      ["a text", "c, a, d, b", /Give one letter for each/],
    ],
  },
  "5.2": {
    right: {
      "a matrix product": sums,
      einsum: (p: T, members: T) => tf.einsum("bc,cg->bg", p, members),
      "a broadcast": (p: T, members: T) => tf.sum(tf.mul(tf.expandDims(p, 2), tf.expandDims(members, 0)), 1),
      "group by group": (p: T, members: T) =>
        tf.stack(
          tf.unstack(members, 1).map((column) => tf.sum(tf.mul(p, column), 1)),
          1,
        ),
    },
    wrong: [
      ["means", (p: T, members: T) => tf.div(sums(p, members), tf.sum(members, 0)), /still add up to 1/],
      [
        "the largest",
        (p: T, members: T) => tf.max(tf.mul(tf.expandDims(p, 2), tf.expandDims(members, 0)), 1),
        /the largest share/,
      ],
      ["a softmax", (p: T, members: T) => tf.softmax(sums(p, members)), /no shares already/],
      ["logarithms", (p: T, members: T) => tf.log(sums(p, members)), /These are logarithms/],
      ["sums of logarithms", (p: T, members: T) => sums(tf.log(p), members), /product of shares/],
      ["nothing added up", (p: T) => tf.clone(p), /shape \[2, 7\] where \[2, 3\]/],
      ["nothing yet", () => undefined, /returns nothing yet/],
    ],
  },
  "5.3": {
    right: { "the letter": "b", "a capital": "B", "in a list": ["b"] },
    wrong: [
      ["positive", "a", /larger sum/],
      ["negative", "c", /below 0/],
      ["alike", "d", /once, twice and four times/],
      ["two letters", "a, b", /Give one letter/],
      ["nothing yet", "", /Give one letter/],
    ],
  },
  "5.4": {
    right: {
      lists: (clip: Table, emotion: Table, beta: number) =>
        mixed(clip, emotion, (one, other) => beta * one + (1 - beta) * other),
      "in tf": (clip: Table, emotion: Table, beta: number) =>
        tf.argMax(tf.add(tf.mul(clip, beta), tf.mul(emotion, 1 - beta)), 1),
      "a product of powers": (clip: Table, emotion: Table, beta: number) =>
        mixed(clip, emotion, (one, other) => Math.exp(one) ** beta * Math.exp(other) ** (1 - beta)),
      "in a loop": (clip: Table, emotion: Table, beta: number) => {
        const named = new Int32Array(clip.length);
        for (let b = 0; b < clip.length; b++) {
          let best = -Infinity;
          for (let k = 0; k < clip[b].length; k++) {
            const score = emotion[b][k] + beta * (clip[b][k] - emotion[b][k]);
            if (score > best) [best, named[b]] = [score, k];
          }
        }
        return named;
      },
    },
    wrong: [
      [
        "beta on the other head",
        (clip: Table, emotion: Table, beta: number) =>
          mixed(clip, emotion, (one, other) => (1 - beta) * one + beta * other),
        /At beta = 1/,
      ],
      [
        "probabilities",
        (clip: Table, emotion: Table, beta: number) =>
          mixed(clip, emotion, (one, other) => beta * Math.exp(one) + (1 - beta) * Math.exp(other)),
        /mix probabilities/,
      ],
      ["the clip head", (clip: Table) => clip.map(largest), /clip head's/],
      ["the emotion head", (_: Table, emotion: Table) => emotion.map(largest), /emotion head's/],
      [
        "no beta",
        (clip: Table, emotion: Table) => mixed(clip, emotion, (one, other) => one + other),
        /count alike/,
      ],
      [
        "the smallest",
        (clip: Table, emotion: Table, beta: number) =>
          mixed(clip, emotion, (one, other) => -beta * one - (1 - beta) * other),
        /smallest score/,
      ],
      ["one clip", (clip: Table) => largest(clip[0]), /one number; asked for is a list of 60/],
      ["scores", (clip: Table) => clip, /a number or a list of numbers/],
      [
        "counted from 1",
        (clip: Table, emotion: Table, beta: number) =>
          mixed(clip, emotion, (one, other) => beta * one + (1 - beta) * other).map((k) => k + 1),
        /counted from 0/,
      ],
    ],
  },
  "5.5": {
    right: {
      filters: (truth: number[], predicted: number[], groupOf: number[]) => {
        const errors = truth.map((y, i) => [y, predicted[i]]).filter(([y, p]) => y !== p);
        const within = errors.filter(([y, p]) => groupOf[y] === groupOf[p]).length;
        return [within / truth.length, (errors.length - within) / truth.length];
      },
      "a loop": (truth: number[], predicted: number[], groupOf: number[]) => {
        const shares = new Float64Array(2);
        for (let i = 0; i < truth.length; i++)
          if (truth[i] !== predicted[i])
            shares[groupOf[truth[i]] === groupOf[predicted[i]] ? 0 : 1] += 1 / truth.length;
        return shares;
      },
      "in tf": (truth: number[], predicted: number[], groupOf: number[]) => {
        const wrong = tf.notEqual(truth, predicted);
        const same = tf.equal(tf.gather(groupOf, tf.tensor1d(truth, "int32")), tf.gather(groupOf, tf.tensor1d(predicted, "int32"))); // prettier-ignore
        const share = (of: T) => tf.mean(tf.cast(of, "float32"));
        return tf.stack([
          share(tf.logicalAnd(wrong, same)),
          share(tf.logicalAnd(wrong, tf.logicalNot(same))),
        ]);
      },
    },
    wrong: [
      [
        "of the errors",
        errorsBy((within, across) => [within / (within + across), across / (within + across)]),
        /are of the errors/,
      ],
      ["counts", errorsBy((within, across) => [within, across]), /These are counts/],
      [
        "the other order",
        errorsBy((within, across, clips) => [across / clips, within / clips]),
        /other order/,
      ],
      [
        "right ones within",
        errorsBy((within, across, clips) => [(clips - across) / clips, across / clips]),
        /but no error/,
      ],
      [
        "a group for an emotion",
        (truth: number[], predicted: number[], groupOf: number[]) => {
          const errors = truth.map((y, i) => [y, predicted[i]]).filter(([y, p]) => y !== p);
          const within = errors.filter(([y, p]) => groupOf[y] === p).length;
          return [within / truth.length, (errors.length - within) / truth.length];
        },
        /compare emotions with groups/,
      ],
      [
        "all errors",
        errorsBy((within, across, clips) => (within + across) / clips),
        /asked for is a list of 2/,
      ],
      ["nothing yet", () => undefined, /returns nothing yet/],
    ],
  },
  "5.6": {
    right: { "a fraction": 1 / 3, "as text": "0.333", "added up": (2 / 6 + 0 + 4 * 0.5) / 7 },
    wrong: [
      ["the negative group", 0.5, /negative group/],
      ["the positive group", 1 / 6, /positive group/],
      ["a mean over groups", (1 / 6 + 0 + 1 / 2) / 3, /average over the three groups/],
      ["seven names", 3 / 7, /is no error/],
      ["divided by seven twice", 2 / 7, /six names/],
      ["something else", 0.9, /one by one/],
      ["nothing yet", NaN, /Give one number/],
    ],
  },
  "5.7": {
    right: {
      "as the formula": (a: T, c: T) => taken(overRows(table(a, c)), c),
      "a transposed softmax": (a: T, c: T) => {
        const p = tf.softmax(tf.transpose(table(a, c), [0, 2, 1]));
        return tf.squeeze(tf.matMul(tf.expandDims(c, 1), p), [1]);
      },
      "rows and columns swapped": (a: T, c: T) => {
        const p = tf.softmax(table(c, a));
        return tf.sum(tf.mul(p, tf.expandDims(c, 2)), 1);
      },
      "a matrix product": (a: T, c: T) =>
        tf.squeeze(tf.matMul(overRows(table(a, c)), tf.expandDims(c, 2)), [2]),
    },
    wrong: [
      ["over j", (a: T, c: T) => taken(tf.softmax(table(a, c)), c), /runs over j/],
      ["no root", (a: T, c: T) => taken(overRows(table(a, c, 1)), c), /By what are the scores divided/],
      ["the width", (a: T, c: T) => taken(overRows(table(a, c, c.shape[1]!)), c), /has its square root/],
      ["of the query", (a: T, c: T) => taken(overRows(table(a, c)), a), /only asks for it/],
      [
        "a sum over i",
        (a: T, c: T) => tf.sum(tf.mul(overRows(table(a, c)), tf.expandDims(c, 1)), 1),
        /where does the query come in/,
      ],
      ["the table", (a: T, c: T) => overRows(table(a, c)), /shape \[2, 5, 5\] where \[2, 5\]/],
      [
        "a query that left tf",
        (a: T, c: T) => taken(overRows(table(tf.tensor2d(a.arraySync() as Table), c)), c),
        /no gradient reaches the query/,
      ],
      ["no softmax", (a: T, c: T) => taken(table(a, c), c), /Three steps/],
    ],
  },
  "5.8": {
    right: { letters: "a, d", "a list": ["d", "a"], capitals: "A D" },
    wrong: [
      ["one of two", "a", /some are missing/],
      ["one wrong", "a, c, d", /2 of your 3/],
      ["all", "a, b, c, d, e", /2 of your 5/],
      ["only wrong ones", "b, e", /0 of your 2/],
      ["nothing yet", "", /Give all letters/],
    ],
  },
};

/** An answer to 5.5 made of the numbers of errors within and across groups, and of clips. */
function errorsBy(answer: (within: number, across: number, clips: number) => number | number[]) {
  return (truth: number[], predicted: number[], groupOf: number[]) => {
    const errors = truth.map((y, i) => [y, predicted[i]]).filter(([y, p]) => y !== p);
    const within = errors.filter(([y, p]) => groupOf[y] === groupOf[p]).length;
    return answer(within, errors.length - within, truth.length);
  };
}
