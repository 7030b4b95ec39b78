import * as tf from "@tensorflow/tfjs-core";
import type { Exercise } from "../exercise.js";
import { drawn, type Sizes } from "../functionCases.js";
import { functionExercise } from "../functionExercise.js";

const cases: readonly Sizes[] = [
  { clips: 2, frames: 4, emotions: 7, width: 5 },
  { clips: 1, frames: 3, emotions: 7, width: 8 },
  { clips: 3, frames: 6, emotions: 5, width: 6 },
];

/** One-hot labels, `[B, C]`, other ones in each clip. */
function labels({ clips, emotions }: Sizes): tf.Tensor {
  const indices = Array.from({ length: clips }, (_, clip) => (3 * clip + 1) % emotions);
  return tf.oneHot(tf.tensor1d(indices, "int32"), emotions).toFloat();
}

const frameLogits = ({ clips, frames, emotions }: Sizes, name: string) =>
  drawn(`${name}, logits`, [clips, frames, emotions], 3);
const features = ({ clips, frames, width }: Sizes, name: string) =>
  drawn(`${name}, features`, [clips, frames, width], 2);
const scores = ({ clips, frames }: Sizes, name: string) => drawn(`${name}, scores`, [clips, frames], 2);
const classVectors = ({ clips, width }: Sizes, name: string) => drawn(`${name}, c`, [clips, width], 2);

const ofTruth = (values: tf.Tensor, truth: tf.Tensor) => tf.sum(tf.mul(values, tf.expandDims(truth, 1)), 2);

/** s: SPEC.md, section 3. */
export const frameScores: Exercise = functionExercise({
  ...{ id: "6.2", name: "Scores of frames", points: { values: 2 }, cases },
  inputs: (sizes, name) => [frameLogits(sizes, name), labels(sizes)],
  reference: ofTruth,
  mistakes: [
    {
      hint: "Your scores lie between 0 and 1. Does the formula ask for the network's raw scores or for what a softmax makes of them?",
      value: (logits, truth) => ofTruth(tf.softmax(logits), truth),
    },
    {
      hint: "All your scores are below 0. Does the formula take a logarithm?",
      value: (logits, truth) => ofTruth(tf.logSoftmax(logits), truth),
    },
    {
      hint: "You take the largest score of each frame, whichever emotion it belongs to. Which emotion does the formula ask for?",
      value: (logits) => tf.max(logits, 2),
    },
    {
      hint: "Your scores would be the same for any label. Where do the labels come in?",
      value: (logits) => tf.sum(logits, 2),
    },
    {
      hint: "Negative scores have become 0. May a score be negative?",
      value: (logits, truth) => tf.relu(ofTruth(logits, truth)),
    },
  ],
  hint: "For each frame, one number: the raw score of the emotion that is the clip's label. Work it out on paper for one frame with three emotions.",
});

const weighted = (values: tf.Tensor, weights: tf.Tensor) =>
  tf.sum(tf.mul(values, tf.expandDims(weights, 2)), 1);

/** w: SPEC.md, section 3. */
export const weightedSum: Exercise = functionExercise({
  ...{ id: "6.3", name: "Weighted sum of frames", points: { values: 2 }, cases },
  inputs: (sizes, name) => [features(sizes, name), scores(sizes, name)],
  reference: weighted,
  mistakes: [
    {
      hint: "You divide by the number of frames. Is it a mean that the formula asks for?",
      value: (values, weights) => tf.mean(tf.mul(values, tf.expandDims(weights, 2)), 1),
    },
    {
      hint: "Your weights add up to 1. Does the formula divide the scores by their sum?",
      value: (values, weights) => weighted(values, tf.div(weights, tf.sum(weights, 1, true))),
    },
    {
      hint: "You put the scores through a softmax. Does the formula?",
      value: (values, weights) => weighted(values, tf.softmax(weights)),
    },
    {
      hint: "The scores do not come into your sum: every frame counts alike.",
      value: (values) => tf.sum(values, 1),
    },
    {
      hint: "A frame with a negative score counts as if it were positive. What does the formula say?",
      value: (values, weights) => weighted(values, tf.abs(weights)),
    },
  ],
  hint: "For each clip, one vector: the sum over frames of score times feature. Which axis do the scores lack?",
});

const error = (vectors: tf.Tensor, values: tf.Tensor, weights: tf.Tensor) =>
  tf.sub(vectors, weighted(values, weights));
const widthOf = (vectors: tf.Tensor) => vectors.shape[1] ?? 1;

/** The semantic transfer of one level: SPEC.md, section 3. */
export const semanticTransfer: Exercise = functionExercise({
  ...{ id: "6.4", name: "Semantic transfer", points: { values: 2, gradients: 2 }, cases },
  inputs: (sizes, name) => [classVectors(sizes, name), features(sizes, name), scores(sizes, name)],
  reference: (c, f, s) => tf.div(tf.mean(tf.abs(error(c, f, s))), widthOf(c)),
  gradientsOf: { 0: "clips' vectors", 1: "features" },
  mistakes: [
    {
      hint: "Count the divisions in the formula once more: how often does the width d stand in it?",
      value: (c, f, s) => tf.mean(tf.abs(error(c, f, s))),
    },
    {
      hint: "You square the differences. What do the bars in the formula say?",
      value: (c, f, s) => tf.div(tf.mean(tf.square(error(c, f, s))), widthOf(c)),
    },
    {
      hint: "Positive and negative differences cancel in your sum. What do the bars in the formula say?",
      value: (c, f, s) => tf.div(tf.mean(error(c, f, s)), widthOf(c)),
    },
    {
      hint: "You compare with a mean over frames. What is w in the formula?",
      value: (c, f, s) =>
        tf.div(tf.mean(tf.abs(tf.sub(c, tf.mean(tf.mul(f, tf.expandDims(s, 2)), 1)))), widthOf(c)),
    },
    {
      hint: "Your value is a sum. By what is it divided in the formula?",
      value: (c, f, s) => tf.sum(tf.abs(error(c, f, s))),
    },
    {
      hint: "You compare with the plain sum of the frames. Where do the scores come in?",
      value: (c, f) => tf.div(tf.mean(tf.abs(tf.sub(c, tf.sum(f, 1)))), widthOf(c)),
    },
  ],
  hint: "Take it in steps: w from exercise 6.3, the difference, its absolute value, the mean; then look at what the formula divides by once more.",
});
