import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import { negativeLogLikelihood } from "../../../../kernel/aen/losses/negativeLogLikelihood.js";

const scores = [
  [-0.5, -1, -2],
  [-3, -0.25, -4],
];
const truth = [
  [0, 0, 1],
  [0, 1, 0],
];
const value = (of: number[][], oneHot: number[][]) =>
  negativeLogLikelihood(tf.tensor2d(of), tf.tensor2d(oneHot)).dataSync()[0];

describe("the negative log-likelihood", () => {
  it("is minus the mean over clips of the truth's score", () => {
    assert.equal(value(scores, truth), (2 + 0.25) / 2);
    assert.equal(value(scores.slice(1), truth.slice(1)), 0.25);
  });

  it("is a scalar that pulls each clip's true score by its share of the batch, and no other", () => {
    const loss = (x: tf.Tensor) => negativeLogLikelihood(x, tf.tensor2d(truth)) as tf.Scalar;
    assert.deepEqual(loss(tf.tensor2d(scores)).shape, []);
    const gradient = [...tf.grad(loss)(tf.tensor2d(scores)).dataSync()].map((slope) => slope + 0);
    assert.deepEqual(gradient, [0, 0, -0.5, 0, -0.5, 0]);
  });

  it("takes scores that are no log-probabilities, such as means of them", () => {
    assert.equal(value([[4, 1, 1]], [[1, 0, 0]]), -4);
  });
});
