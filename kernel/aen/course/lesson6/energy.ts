import * as tf from "@tensorflow/tfjs-core";
import type { Exercise } from "../exercise.js";
import { drawn, type Sizes } from "../functionCases.js";
import { functionExercise } from "../functionExercise.js";
import { randomExercise } from "../randomExercise.js";

const cases: readonly Sizes[] = [
  { clips: 2, frames: 4, classes: 7 },
  { clips: 3, frames: 2, classes: 3 },
  { clips: 1, frames: 5, classes: 6 },
];

const frameLogits = ({ clips, frames, classes }: Sizes, name: string) =>
  drawn(`${name}, logits`, [clips, frames, classes], 1.5);

/** E: SPEC.md, section 3. */
export const pooledShares: Exercise = functionExercise({
  ...{ id: "6.6", name: "Pseudo labels of a whole clip", points: { values: 2 }, cases },
  inputs: (sizes, name) => [frameLogits(sizes, name)],
  reference: (logits) => tf.softmax(tf.sum(logits, 1)),
  mistakes: [
    {
      hint: "Your shares are more even than those asked for. Is it a mean over frames that goes into the softmax?",
      value: (logits) => tf.softmax(tf.mean(logits, 1)),
    },
    {
      hint: "You take a softmax of every frame. In which order do softmax and sum come in the formula?",
      value: (logits) => tf.mean(tf.softmax(logits), 1),
    },
    {
      hint: "Your shares of one clip add up to the number of frames. In which order do softmax and sum come in the formula?",
      value: (logits) => tf.sum(tf.softmax(logits), 1),
    },
    {
      hint: "These are sums of raw scores. What makes shares of them?",
      value: (logits) => tf.sum(logits, 1),
    },
    {
      hint: "Shares are never negative: do you take a logarithm that the formula does not have?",
      value: (logits) => tf.logSoftmax(tf.sum(logits, 1)),
    },
    {
      hint: "Your shares of one clip do not add up to 1: which function makes each of them by itself?",
      value: (logits) => tf.sigmoid(tf.sum(logits, 1)),
    },
  ],
  hint: "One row per clip that adds up to 1. What happens to the frames, and what to the emotions, and in which order?",
});

/** Rows that add up to 1, `[B, C]`. */
function shares({ clips, classes }: Sizes, name: string): tf.Tensor {
  return tf.softmax(drawn(`${name}, shares`, [clips, classes], 3));
}

const headLogits = ({ clips, classes }: Sizes, name: string) => drawn(`${name}, head`, [clips, classes], 3);

/** The energy of one head: SPEC.md, section 3. */
export const energy: Exercise = functionExercise({
  ...{ id: "6.8", name: "Energy", points: { values: 2, gradients: 2 }, cases },
  inputs: (sizes, name) => [headLogits(sizes, name), shares(sizes, name)],
  reference: (logits, e) => tf.mean(tf.abs(tf.sub(tf.sigmoid(logits), e))),
  gradientsOf: { 0: "head's raw scores" },
  mistakes: [
    {
      hint: "You make the head's scores add up to 1. Is that the function in the formula?",
      value: (logits, e) => tf.mean(tf.abs(tf.sub(tf.softmax(logits), e))),
    },
    {
      hint: "You compare raw scores with shares. What does the formula do to the scores first?",
      value: (logits, e) => tf.mean(tf.abs(tf.sub(logits, e))),
    },
    {
      hint: "You square the differences. What do the bars in the formula say?",
      value: (logits, e) => tf.mean(tf.square(tf.sub(tf.sigmoid(logits), e))),
    },
    {
      hint: "Your value is a sum. Over how many numbers does the formula take the mean?",
      value: (logits, e) => tf.sum(tf.abs(tf.sub(tf.sigmoid(logits), e))),
    },
    {
      hint: "Positive and negative differences cancel. What do the bars in the formula say?",
      value: (logits, e) => tf.mean(tf.sub(tf.sigmoid(logits), e)),
    },
    {
      hint: "This is a cross-entropy: it punishes a distance in another way. What does the formula measure it by?",
      value: (logits, e) => tf.neg(tf.mean(tf.sum(tf.mul(e, tf.logSoftmax(logits)), 1))),
    },
  ],
  hint: "Three steps: what the formula does to the head's scores, the distance to the shares, and the mean over clips and classes.",
});

/** Noise on the frozen model's scores, for asking how much a term depends on them. */
export const noisyScores: Exercise = randomExercise({
  ...{ id: "6.9", name: "Noisy pseudo labels", points: { seed: 1, noise: 2 } },
  input: () => drawn("exercise 6.9, logits", [4, 8, 7], 3),
  spreads: [0.5, 2],
});
