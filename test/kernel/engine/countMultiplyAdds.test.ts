import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { countMultiplyAdds } from "../../../kernel/engine/countMultiplyAdds.js";

describe("the multiply-adds of a step", () => {
  const filter = tf.variable(tf.randomNormal([3, 3, 2, 4]));
  const matrix = tf.variable(tf.zeros([4, 7]));
  after(() => tf.dispose([filter, matrix]));

  const step = ({ x }: Record<string, tf.Tensor>) => {
    const convolved = tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 2, "same");
    tf.matMul(tf.zeros([9, 4]), matrix as tf.Tensor2D);
    return { y: tf.matMul(tf.mean(tf.relu(convolved), [1, 2]), matrix as tf.Tensor2D) };
  };

  it("are those of its convolutions and products, also where a variable holds zeros", () => {
    // 6 x 6 pixels with stride 2 give 3 x 3; then a mean over them and a linear map of 4 channels to 7.
    const byHand = 2 * (3 * 3 * 4) * (3 * 3 * 2) + 2 * 4 * 7;
    const inputs = { x: { dtype: "float32", shape: [2, 6, 6, 2] } } as const;
    assert.equal(countMultiplyAdds(step, inputs, [filter, matrix]), byHand);
  });

  it("are counted without leaving a tensor behind", () => {
    const before = tf.memory().numTensors;
    countMultiplyAdds(step, { x: { dtype: "float32", shape: [1, 4, 4, 2] } }, [filter, matrix]);
    assert.equal(tf.memory().numTensors, before);
  });
});
