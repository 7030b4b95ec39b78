import * as tf from "@tensorflow/tfjs-core";

/**
 * Logarithms of the shares in which the frames of a clip name each emotion. A tie, and what no frame names, is decided by
 * the mean probability, which counts like one more frame: a whole vote always weighs more. Each row's exponentials sum to 1.
 * @param frameLogits `[batch, frames, emotions]` @returns `[batch, emotions]`
 */
export function voteOfFrames(frameLogits: tf.Tensor): tf.Tensor {
  const [, frames] = frameLogits.shape;
  const highest = tf.max(frameLogits, -1, true);
  const named = tf.cast(tf.greaterEqual(frameLogits, highest), "float32");
  const votes = tf.sum(tf.div(named, tf.sum(named, -1, true)), 1);
  const probability = tf.mean(tf.softmax(frameLogits), 1);
  const share = tf.div(tf.add(votes, probability), frames + 1);
  return tf.log(tf.maximum(share, 1e-12));
}
