import * as tf from "@tensorflow/tfjs-core";

/** The values of frames without a face set to 0. @param values `[B, T, width]` @param frameHasFace `[B, T]` */
export function onlyWithFace(values: tf.Tensor, frameHasFace: tf.Tensor | undefined): tf.Tensor {
  return frameHasFace ? tf.mul(values, tf.expandDims(frameHasFace, 2)) : values;
}

/** The sum or mean over the frames that show a face: `[B, T, width]` to `[B, width]`; 0 for a clip without any. */
export function pooledOverFaces(
  values: tf.Tensor,
  pooling: "sum" | "mean",
  frameHasFace: tf.Tensor | undefined,
): tf.Tensor {
  if (!frameHasFace) return pooling === "sum" ? tf.sum(values, 1) : tf.mean(values, 1);
  const sum = tf.sum(onlyWithFace(values, frameHasFace), 1);
  return pooling === "sum" ? sum : tf.div(sum, tf.maximum(tf.sum(frameHasFace, 1, true), 1));
}

/** The mean of errors, `[B, width]`, over the clips of which a frame shows a face; a scalar, 0 where none does. */
export function meanOverFaces(errors: tf.Tensor, frameHasFace: tf.Tensor | undefined): tf.Tensor {
  if (!frameHasFace) return tf.mean(errors);
  const counts = tf.max(frameHasFace, 1);
  return tf.div(tf.sum(tf.mul(tf.mean(errors, 1), counts)), tf.maximum(tf.sum(counts), 1));
}
