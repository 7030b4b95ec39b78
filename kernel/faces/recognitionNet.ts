import * as tf from "@tensorflow/tfjs-core";
import type { FaceWeights } from "./faceWeights.js";

/** Input height and width of the recognition network, in pixels. */
export const recognitionSize = 150;

const stages = [
  ["conv32_1", "conv32_2", "conv32_3"],
  ["conv64_down", "conv64_1", "conv64_2", "conv64_3"],
  ["conv128_down", "conv128_1", "conv128_2"],
  ["conv256_down", "conv256_1", "conv256_2", "conv256_down_out"],
].flat();

/**
 * The face recognition network of face-api (dlib's ResNet): faces of one person lie within a Euclidean distance
 * of about 0.6 of each other.
 * @param pixels RGB, 0..255, `[batch, 150, 150, 3]`
 * @returns descriptors `[batch, 128]`
 */
export function recognitionNet(pixels: tf.Tensor4D, weights: FaceWeights): tf.Tensor2D {
  const centred = tf.sub(pixels, tf.tensor1d([122.782, 117.001, 104.298]));
  let x = tf.div(centred, 255) as tf.Tensor4D;
  x = tf.relu(convolution(x, "conv32_down", weights, 2, "valid"));
  x = tf.maxPool(x, 3, 2, "valid");
  for (const stage of stages) x = residual(x, stage, weights);
  return tf.matMul(tf.mean(x, [1, 2]) as tf.Tensor2D, weights.tensor<tf.Tensor2D>("fc"));
}

function residual(x: tf.Tensor4D, name: string, weights: FaceWeights): tf.Tensor4D {
  const down = name.includes("down");
  const first = convolution(x, `${name}/conv1`, weights, down ? 2 : 1, down ? "valid" : "same");
  const second = convolution(tf.relu(first), `${name}/conv2`, weights, 1, "same");
  return tf.relu(down ? addShrunk(second, x) : tf.add(second, x)) as tf.Tensor4D;
}

/** Adds the input at half size, zero-padded to the missing channels and the missing last row and column. */
function addShrunk(out: tf.Tensor4D, x: tf.Tensor4D): tf.Tensor4D {
  const shrunk = tf.avgPool(x, 2, 2, "valid");
  const [, height, width, channels] = [0, 1, 2, 3].map((axis) =>
    Math.max(out.shape[axis], shrunk.shape[axis]),
  );
  const padTo = (t: tf.Tensor4D): tf.Tensor4D =>
    tf.pad4d(t, [
      [0, 0],
      [0, height - t.shape[1]],
      [0, width - t.shape[2]],
      [0, channels - t.shape[3]],
    ]) as tf.Tensor4D;
  return tf.add(padTo(out), padTo(shrunk)) as tf.Tensor4D;
}

function convolution(
  x: tf.Tensor4D,
  name: string,
  weights: FaceWeights,
  stride: number,
  padding: "same" | "valid",
): tf.Tensor4D {
  const filters = weights.tensor<tf.Tensor4D>(`${name}/conv/filters`);
  const out = tf.add(tf.conv2d(x, filters, stride, padding), weights.tensor(`${name}/conv/bias`));
  return tf.add(tf.mul(out, weights.tensor(`${name}/scale/weights`)), weights.tensor(`${name}/scale/biases`));
}
