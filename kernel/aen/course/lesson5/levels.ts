import * as tf from "@tensorflow/tfjs-core";
import type { Exercise } from "../exercise.js";
import { drawn, type Sizes } from "../functionCases.js";
import { functionExercise } from "../functionExercise.js";

/** Rows that add up to 1, `[B, C]`. */
const shares = ({ clips, emotions }: Sizes, name: string) =>
  tf.softmax(drawn(`${name}, shares`, [clips, emotions], 2));

/** 1 where an emotion (row) belongs to a group (column), `[C, G]`; groups have one emotion or more. */
function membership({ emotions, groups }: Sizes): tf.Tensor {
  const groupOf = Array.from({ length: emotions }, (_, emotion) =>
    emotion < groups ? emotion : emotion ** 2 % groups,
  );
  return tf.oneHot(tf.tensor1d(groupOf, "int32"), groups).toFloat();
}

const inGroups = (values: tf.Tensor, members: tf.Tensor) => tf.matMul(values, members as tf.Tensor2D);

/** Shares of emotions, added up over the groups. */
export const groupShares: Exercise = functionExercise({
  ...{ id: "5.2", name: "From emotions to groups", points: { values: 2 } },
  cases: [
    { clips: 2, emotions: 7, groups: 3 },
    { clips: 4, emotions: 5, groups: 2 },
    { clips: 3, emotions: 6, groups: 4 },
  ],
  inputs: (sizes, name) => [shares(sizes, name), membership(sizes)],
  reference: inGroups,
  mistakes: [
    {
      hint: "You divide by the number of emotions of a group. Do your shares of one clip still add up to 1?",
      value: (p, members) => tf.div(inGroups(p, members), tf.sum(members, 0)),
    },
    {
      hint: "You take the largest share of each group. What becomes of the other emotions?",
      value: (p, members) => tf.max(tf.mul(tf.expandDims(p, 2), tf.expandDims(members, 0)), 1),
    },
    {
      hint: "You put the sums through a softmax. Are they no shares already?",
      value: (p, members) => tf.softmax(inGroups(p, members)),
    },
    {
      hint: "These are logarithms of shares. Asked for are the shares.",
      value: (p, members) => tf.log(inGroups(p, members)),
    },
    {
      hint: "You add up logarithms: a sum of logarithms belongs to a product of shares.",
      value: (p, members) => inGroups(tf.log(p), members),
    },
  ],
  hint: "For each clip one number per group: the sum of the shares of the group's emotions. Which product of matrices adds them up?",
});

/** SPEC.md, section 1.3: a softmax over the first index i, scores divided by the root of the width. */
function attended(a: tf.Tensor, c: tf.Tensor, variant: Variant = {}): tf.Tensor {
  const width = c.shape[1] ?? 1;
  const scores = tf.mul(tf.expandDims(a, 2), tf.expandDims(c, 1));
  const scaled = tf.div(scores, variant.divisor?.(width) ?? Math.sqrt(width));
  const overFirst = tf.transpose(tf.softmax(tf.transpose(scaled, [0, 2, 1])), [0, 2, 1]);
  const weights = variant.overSecond ? tf.softmax(scaled) : overFirst;
  return tf.sum(tf.mul(weights, tf.expandDims(variant.ofQuery ? a : c, 1)), 2);
}

interface Variant {
  readonly divisor?: (width: number) => number;
  readonly overSecond?: boolean;
  readonly ofQuery?: boolean;
}

/** One step of the top-down branch: what a query takes from a semantic level. */
export const attendedLevel: Exercise = functionExercise({
  ...{ id: "5.7", name: "Combine two levels", points: { values: 2, gradients: 2 } },
  cases: [
    { clips: 2, width: 5 },
    { clips: 1, width: 8 },
    { clips: 3, width: 6 },
  ],
  inputs: ({ clips, width }, name) => [
    drawn(`${name}, query`, [clips, width], 3),
    drawn(`${name}, level`, [clips, width], 3),
  ],
  reference: (a, c) => attended(a, c),
  gradientsOf: { 0: "query", 1: "level's vector" },
  mistakes: [
    {
      hint: "Your softmax runs over j. Over which index does it run in the formula? The columns of P add up to 1.",
      value: (a, c) => attended(a, c, { overSecond: true }),
    },
    {
      hint: "By what are the scores divided before the softmax?",
      value: (a, c) => attended(a, c, { divisor: () => 1 }),
    },
    {
      hint: "You divide by the width. The formula has its square root.",
      value: (a, c) => attended(a, c, { divisor: (width) => width }),
    },
    {
      hint: "What is taken from is the level c, and a only asks for it. Which of the two do you weight?",
      value: (a, c) => attended(a, c, { ofQuery: true }),
    },
    {
      hint: "You sum over i. Which index is left in the result, and which is summed over?",
      value: (a, c) => {
        const scores = tf.div(tf.mul(tf.expandDims(c, 2), tf.expandDims(a, 1)), Math.sqrt(c.shape[1] ?? 1));
        return tf.sum(tf.mul(tf.softmax(scores), tf.expandDims(c, 1)), 2);
      },
    },
    {
      hint: "Your result is the level itself: where does the query come in?",
      value: (_, c) => tf.clone(c),
    },
  ],
  hint: "Three steps: the table M, [B, D, D], from two tf.expandDims; its softmax over i; the sum over j of P times c. tf.softmax takes the last axis: tf.transpose helps.",
});
