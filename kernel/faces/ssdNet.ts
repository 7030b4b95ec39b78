import * as tf from "@tensorflow/tfjs-core";
import type { FaceWeights } from "./faceWeights.js";

/** Height and width of the detector's input in pixels. */
export const ssdSize = 512;

const strided = new Set([2, 4, 6, 12]);

/**
 * The SSD face detector of face-api: MobileNet v1 with six box predictors over 5118 prior boxes.
 * @param pixels RGB, 0..255, `[batch, 512, 512, 3]`
 * @returns codes `[batch, 5118, 4]` (offsets to the prior boxes: y, x, height, width) and logits `[batch, 5118]`
 */
export function ssdNet(pixels: tf.Tensor4D, weights: FaceWeights): { codes: tf.Tensor; logits: tf.Tensor } {
  const batch = pixels.shape[0];
  const input = tf.sub(tf.div(pixels, 127.5), 1) as tf.Tensor4D;
  let x = pointwise(input, "MobilenetV1/Conv2d_0", weights, 2);
  let features = x;
  for (let layer = 1; layer <= 13; layer++) {
    x = depthwise(x, `MobilenetV1/Conv2d_${layer}_depthwise`, weights, strided.has(layer) ? 2 : 1);
    x = pointwise(x, `MobilenetV1/Conv2d_${layer}`, weights, 1);
    if (layer === 11) features = x;
  }
  const levels = [features, x];
  for (let layer = 0; layer < 8; layer++) {
    x = pointwise(x, `Prediction/Conv2d_${layer}`, weights, layer % 2 === 0 ? 1 : 2);
    if (layer % 2 === 1) levels.push(x);
  }
  const codes = levels.map((level, index) => predict(level, index, "BoxEncodingPredictor", 4, weights));
  const classes = levels.map((level, index) => predict(level, index, "ClassPredictor", 3, weights));
  const face = tf.slice(tf.concat(classes, 1), [0, 0, 1], [-1, -1, 1]);
  return { codes: tf.concat(codes, 1), logits: tf.reshape(face, [batch, -1]) };
}

function pointwise(x: tf.Tensor4D, name: string, weights: FaceWeights, stride: number): tf.Tensor4D {
  const filter = weights.tensor<tf.Tensor4D>(`${name}_pointwise/weights`);
  const offset = weights.tensor(`${name}_pointwise/convolution_bn_offset`);
  return tf.clipByValue(tf.add(tf.conv2d(x, filter, stride, "same"), offset), 0, 6) as tf.Tensor4D;
}

function depthwise(x: tf.Tensor4D, name: string, weights: FaceWeights, stride: number): tf.Tensor4D {
  const filter = weights.tensor<tf.Tensor4D>(`${name}/depthwise_weights`);
  const norm = (part: string) => weights.tensor(`${name}/BatchNorm/${part}`);
  const scale = tf.mul(tf.rsqrt(tf.add(norm("moving_variance"), 0.001)), norm("gamma"));
  const shift = tf.sub(norm("beta"), tf.mul(norm("moving_mean"), scale));
  const out = tf.add(tf.mul(tf.depthwiseConv2d(x, filter, stride, "same"), scale), shift);
  return tf.clipByValue(out, 0, 6) as tf.Tensor4D;
}

function predict(
  x: tf.Tensor4D,
  level: number,
  kind: string,
  width: number,
  weights: FaceWeights,
): tf.Tensor3D {
  const name = `Prediction/BoxPredictor_${level}/${kind}`;
  const out = tf.conv2d(x, weights.tensor<tf.Tensor4D>(`${name}/weights`), 1, "same");
  return tf.reshape(tf.add(out, weights.tensor(`${name}/biases`)), [x.shape[0], -1, width]) as tf.Tensor3D;
}
