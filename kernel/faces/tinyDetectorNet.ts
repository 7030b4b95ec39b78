import * as tf from "@tensorflow/tfjs-core";
import type { FaceWeights } from "./faceWeights.js";

/** Anchors of the tiny detector: width and height in cells of 32 pixels. */
export const tinyAnchors = [
  [1.603231, 2.094468],
  [6.041143, 7.080126],
  [2.882459, 3.518061],
  [4.266906, 5.178857],
  [9.041765, 10.66308],
] as const;

/**
 * The tiny face detector of face-api, a small YOLO with separable convolutions.
 * @param pixels RGB, 0..255, `[batch, size, size, 3]`, size a multiple of 32
 * @returns `[batch, size/32, size/32, 5 anchors, 5]`: x, y, width, height and score before their non-linearities
 */
export function tinyDetectorNet(pixels: tf.Tensor4D, weights: FaceWeights): tf.Tensor {
  const [batch, size] = pixels.shape;
  const centred = tf.sub(pixels, tf.tensor1d([117.001, 114.697, 97.404]));
  let x = tf.div(centred, 255) as tf.Tensor4D;
  x = tf.conv2d(x, weights.tensor<tf.Tensor4D>("conv0/filters"), 1, "valid"); // the only layer without padding
  x = halve(tf.leakyRelu(tf.add(x, weights.tensor("conv0/bias")) as tf.Tensor4D, 0.1));
  for (const layer of [1, 2, 3, 4]) x = halve(separable(x, layer, weights));
  x = tf.maxPool(separable(x, 5, weights), 2, 1, "same");
  x = tf.add(
    tf.conv2d(x, weights.tensor<tf.Tensor4D>("conv8/filters"), 1, "valid"),
    weights.tensor("conv8/bias"),
  );
  return tf.reshape(x, [batch, size / 32, size / 32, tinyAnchors.length, 5]);
}

function separable(x: tf.Tensor4D, layer: number, weights: FaceWeights): tf.Tensor4D {
  const depthwise = weights.tensor<tf.Tensor4D>(`conv${layer}/depthwise_filter`);
  const pointwise = weights.tensor<tf.Tensor4D>(`conv${layer}/pointwise_filter`);
  const out = tf.conv2d(tf.depthwiseConv2d(x, depthwise, 1, "same"), pointwise, 1, "same");
  return tf.leakyRelu(tf.add(out, weights.tensor(`conv${layer}/bias`)) as tf.Tensor4D, 0.1);
}

function halve(x: tf.Tensor4D): tf.Tensor4D {
  return tf.maxPool(x, 2, 2, "same");
}
