import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import {
  meanOverFaces,
  onlyWithFace,
  pooledOverFaces,
} from "../../../../kernel/aen/losses/framesWithFace.js";

/** Two clips of three frames; the last frame of the first clip and all frames of the second show no face. */
const values = () => tf.tensor3d([[[1, 2], [3, 6], [100, 100]], [[7, 7], [8, 8], [9, 9]]]); // prettier-ignore
const faces = () => tf.tensor2d([[1, 1, 0], [0, 0, 0]]); // prettier-ignore
const numbers = (x: tf.Tensor) => [...x.dataSync()];

describe("values over the frames that show a face", () => {
  before(() => tf.setBackend("cpu"));

  it("are summed and averaged without the others, and 0 for a clip without a face", () => {
    assert.deepEqual(numbers(onlyWithFace(values(), faces())).slice(0, 6), [1, 2, 3, 6, 0, 0]);
    assert.deepEqual(numbers(pooledOverFaces(values(), "sum", faces())), [4, 8, 0, 0]);
    assert.deepEqual(numbers(pooledOverFaces(values(), "mean", faces())), [2, 4, 0, 0]);
  });

  it("have errors averaged over the clips with a face only", () => {
    const errors = tf.tensor2d([[1, 3], [50, 50]]); // prettier-ignore
    assert.deepEqual(numbers(meanOverFaces(errors, faces())), [2]);
    assert.deepEqual(numbers(meanOverFaces(errors, tf.zeros([2, 3]))), [0]);
  });

  it("are those of all frames, bit for bit, where no faces are told apart", () => {
    for (const pooling of ["sum", "mean"] as const) {
      const plain = pooling === "sum" ? tf.sum(values(), 1) : tf.mean(values(), 1);
      assert.deepEqual(numbers(pooledOverFaces(values(), pooling, undefined)), numbers(plain));
    }
    assert.equal(numbers(meanOverFaces(tf.tensor2d([[1, 3], [50, 50]]), undefined))[0], 26); // prettier-ignore
  });
});
