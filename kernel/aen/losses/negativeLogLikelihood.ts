import * as tf from "@tensorflow/tfjs-core";

/** `-Σ L·y / B` for log-probabilities (or scores) L and one-hot y, both `[B, classes]`. */
export function negativeLogLikelihood(scores: tf.Tensor, oneHot: tf.Tensor): tf.Tensor {
  return tf.neg(tf.mean(tf.sum(tf.mul(scores, oneHot), 1)));
}
