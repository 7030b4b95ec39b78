import * as tf from "@tensorflow/tfjs-core";

/**
 * The mean of a clip's features over its frames.
 * @param features `[batch, frames, width]`
 * @param frameHasFace frames with 0 are left out, `[batch, frames]`; where a clip has none with 1, all count
 * @returns `[batch, width]`
 */
export function meanOfFeatures(features: tf.Tensor, frameHasFace?: tf.Tensor): tf.Tensor {
  if (!frameHasFace) return tf.mean(features, 1);
  const none = tf.sub(1, tf.max(frameHasFace, 1, true));
  const counts = tf.maximum(frameHasFace, none);
  const sum = tf.sum(tf.mul(features, tf.expandDims(counts, 2)), 1);
  return tf.div(sum, tf.sum(counts, 1, true));
}
