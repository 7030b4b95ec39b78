import * as tf from "@tensorflow/tfjs-core";
import type { FaceWeights } from "./faceWeights.js";

/** Input height and width, in pixels, of the landmark and expression networks. */
export const faceNetSize = 112;

/**
 * The architecture that face-api's landmark and expression networks share: four dense blocks of separable
 * convolutions, global average pooling and one linear layer.
 * @param pixels RGB, 0..255, `[batch, 112, 112, 3]`
 * @returns `[batch, outputs]` before any non-linearity
 */
export function faceFeatureNet(pixels: tf.Tensor4D, weights: FaceWeights): tf.Tensor2D {
  const centred = tf.sub(pixels, tf.tensor1d([122.782, 117.001, 104.298]));
  let x = tf.div(centred, 255) as tf.Tensor4D;
  for (const block of [0, 1, 2, 3]) x = denseBlock(x, block, weights);
  const pooled = tf.reshape(tf.avgPool(x, 7, 2, "valid"), [pixels.shape[0], -1]) as tf.Tensor2D;
  return tf.add(tf.matMul(pooled, weights.tensor<tf.Tensor2D>("fc/weights")), weights.tensor("fc/bias"));
}

function denseBlock(x: tf.Tensor4D, block: number, weights: FaceWeights): tf.Tensor4D {
  const name = (layer: number) => `dense${block}/conv${layer}`;
  const first = block === 0 ? plain(x, name(0), weights) : separable(x, name(0), 2, weights);
  let sum = tf.relu(first);
  let out = sum;
  for (const layer of [1, 2, 3]) {
    sum = tf.add(sum, separable(out, name(layer), 1, weights));
    out = tf.relu(sum);
  }
  return out;
}

function plain(x: tf.Tensor4D, name: string, weights: FaceWeights): tf.Tensor4D {
  const out = tf.conv2d(x, weights.tensor<tf.Tensor4D>(`${name}/filters`), 2, "same");
  return tf.add(out, weights.tensor(`${name}/bias`));
}

function separable(x: tf.Tensor4D, name: string, stride: number, weights: FaceWeights): tf.Tensor4D {
  const depthwise = weights.tensor<tf.Tensor4D>(`${name}/depthwise_filter`);
  const pointwise = weights.tensor<tf.Tensor4D>(`${name}/pointwise_filter`);
  const out = tf.conv2d(tf.depthwiseConv2d(x, depthwise, stride, "same"), pointwise, 1, "same");
  return tf.add(out, weights.tensor(`${name}/bias`));
}
