import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { batchNorm, runningStatistics } from "../../../../kernel/aen/model/batchNorm.js";
import { rounded, weightsOf } from "./weightsOf.js";

const weights = {
  "norm.gamma": tf.tensor1d([2, 1]),
  "norm.beta": tf.tensor1d([1, -1]),
  "norm.runningMean": tf.tensor1d([1, 0]),
  "norm.runningVar": tf.tensor1d([4, 1]),
};
/** Two channels: 1, 3, 5, 7 and 0, 0, 4, 4. */
const x = tf.tensor([1, 0, 3, 0, 5, 4, 7, 4], [1, 2, 2, 2]);

describe("a batch norm", () => {
  it("in training takes the batch's mean and biased variance, over all axes but the last", () => {
    const context = weightsOf(weights, { batchNormEpsilon: 0 }, true);
    const y = batchNorm(context, "norm", x);
    const [deviation, shift] = [Math.sqrt(5), 4];
    const first = [1, 3, 5, 7].map((value) => Number(((2 * (value - shift)) / deviation + 1).toFixed(4)));
    const second = [-1, -1, 1, 1].map((value) => value - 1);
    assert.deepEqual(
      rounded(y),
      first.flatMap((value, i) => [value, second[i]]),
    );
  });

  it("in training reports what it took, for the running statistics", () => {
    const context = weightsOf(weights, {}, true);
    batchNorm(context, "norm", x);
    const { mean, variance, count } = context.statistics.get("norm")!;
    assert.deepEqual([rounded(mean), rounded(variance), count], [[4, 2], [5, 4], 4]);
  });

  it("in evaluation takes the running statistics and reports nothing", () => {
    const context = weightsOf(weights, { batchNormEpsilon: 0 });
    assert.deepEqual(rounded(batchNorm(context, "norm", x)), [1, -1, 3, -1, 5, 3, 7, 3]);
    assert.equal(context.statistics.size, 0);
  });

  it("keeps a constant channel finite by its epsilon", () => {
    const context = weightsOf(weights, { batchNormEpsilon: 1e-5 }, true);
    assert.deepEqual(rounded(batchNorm(context, "norm", tf.fill([3, 2], 7))), [1, -1, 1, -1, 1, -1]);
  });

  it("has the derivative that tfjs finds on its tape, of the input, the factor and the shift", () => {
    const epsilon = 1e-3;
    const target = tf.tensor([1, -2, 0.5, 3, -1, 2, 0, 1], x.shape);
    const byTape = (input: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor) => {
      const mean = tf.mean(input, [0, 1, 2]);
      const centred = tf.sub(input, mean);
      const variance = tf.mean(tf.square(centred), [0, 1, 2]);
      const y = tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, epsilon))), gamma), beta);
      return tf.sum(tf.mul(y, target)) as tf.Scalar;
    };
    const ours = (input: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor) => {
      const context = weightsOf(
        { "norm.gamma": gamma, "norm.beta": beta },
        { batchNormEpsilon: epsilon },
        true,
      );
      return tf.sum(tf.mul(batchNorm(context, "norm", input), target)) as tf.Scalar;
    };
    const point = [x, weights["norm.gamma"], weights["norm.beta"]];
    const [actual, expected] = [ours, byTape].map((f) =>
      tf
        .grads(f)(point)
        .map((gradient) => rounded(gradient, 3)),
    );
    assert.deepEqual(actual, expected);
  });
});

describe("running statistics", () => {
  const running = { mean: tf.tensor1d([10]), variance: tf.tensor1d([20]) };

  it("take a share of the batch's mean and of its unbiased variance", () => {
    const batch = { mean: tf.tensor1d([20]), variance: tf.tensor1d([30]), count: 4 };
    const next = runningStatistics(running, batch, 0.1);
    assert.deepEqual([rounded(next.mean), rounded(next.variance)], [[11], [22]], "30 · 4/3 = 40");
  });

  it("stay finite after a batch of a single value", () => {
    const batch = { mean: tf.tensor1d([20]), variance: tf.tensor1d([0]), count: 1 };
    assert.deepEqual(rounded(runningStatistics(running, batch, 0.5).variance), [10]);
  });
});
