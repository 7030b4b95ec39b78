import * as tf from "@tensorflow/tfjs-core";
import type { Answers } from "../answers.js";

type T = tf.Tensor;

const mean = (values: T, usable: T) => {
  const kept = tf.mul(values, tf.expandDims(usable, 2));
  return tf.div(tf.sum(kept, 1), tf.expandDims(tf.sum(usable, 1), 1));
};
const pooled = (features: T, weights: T) => tf.sum(tf.mul(features, tf.expandDims(weights, 2)), 1);
const shares = (scores: T) => {
  const powers = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));
  return tf.div(powers, tf.sum(powers, -1, true));
};

/** Answers to the exercises of lesson 4 on means over frames, by number. */
export const poolingAnswers: Readonly<Record<string, Answers>> = {
  "4.5": {
    right: {
      "the formula": (logits: T, usable: T) => mean(tf.softmax(logits), usable),
      "a softmax by hand": (logits: T, usable: T) => mean(shares(logits), usable),
      "a product of matrices": (logits: T, usable: T) => {
        const weights = tf.div(usable, tf.sum(usable, 1, true));
        return tf.squeeze(tf.matMul(tf.expandDims(weights, 1), tf.softmax(logits)), [1]);
      },
      "a ratio of means": (logits: T, usable: T) =>
        tf.div(
          tf.mean(tf.mul(tf.softmax(logits), tf.expandDims(usable, 2)), 1),
          tf.expandDims(tf.mean(usable, 1), 1),
        ),
    },
    wrong: [
      ["all frames", (logits: T) => tf.mean(tf.softmax(logits), 1), /without a face count/],
      [
        "the number of all frames",
        (logits: T, usable: T) => tf.mean(tf.mul(tf.softmax(logits), tf.expandDims(usable, 2)), 1),
        /number of all frames/,
      ],
      ["the softmax last", (logits: T, usable: T) => tf.softmax(mean(logits, usable)), /raw scores first/],
      [
        "scores set to 0",
        (logits: T, usable: T) => tf.mean(tf.softmax(tf.mul(logits, tf.expandDims(usable, 2))), 1),
        /even probabilities/,
      ],
      ["no softmax", mean, /means of raw scores/],
      [
        "a sum",
        (logits: T, usable: T) => tf.sum(tf.mul(tf.softmax(logits), tf.expandDims(usable, 2)), 1),
        /number of its usable frames/,
      ],
      [
        "a mean that left tf",
        (logits: T, usable: T) => tf.tensor(mean(tf.softmax(logits), usable).arraySync() as number[][]),
        /gradient/i,
      ],
      ["nothing yet", () => undefined, /returns nothing yet/],
    ],
  },
  "4.6": {
    right: {
      "the formula": (features: T, scores: T) => pooled(features, tf.softmax(scores)),
      "a softmax by hand": (features: T, scores: T) => pooled(features, shares(scores)),
      "a product of matrices": (features: T, scores: T) =>
        tf.squeeze(tf.matMul(tf.expandDims(tf.softmax(scores), 1), features), [1]),
    },
    wrong: [
      ["raw scores", pooled, /do not add up to 1/],
      ["a mean", (features: T) => tf.mean(features, 1), /count alike/],
      ["sigmoids", (features: T, scores: T) => pooled(features, tf.sigmoid(scores)), /by itself/],
      [
        "a softmax over clips",
        (features: T, scores: T) => pooled(features, tf.transpose(tf.softmax(tf.transpose(scores)))),
        /over the clips/,
      ],
      [
        "a mean as well",
        (features: T, scores: T) => tf.mean(tf.mul(features, tf.expandDims(tf.softmax(scores), 2)), 1),
        /number of frames as well/,
      ],
      [
        "the highest score",
        (features: T, scores: T) =>
          pooled(features, tf.oneHot(tf.argMax(scores, 1).toInt(), scores.shape[1]!).toFloat()),
        /one frame/,
      ],
      [
        "weights that left tf",
        (features: T, scores: T) => pooled(features, tf.tensor(tf.softmax(scores).arraySync() as number[][])),
        /gradient/i,
      ],
      ["nothing yet", () => undefined, /returns nothing yet/],
    ],
  },
};
