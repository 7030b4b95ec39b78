import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { linear } from "../../../../kernel/aen/model/forwardContext.js";
import { rounded, weightsOf } from "./weightsOf.js";

describe("a linear map", () => {
  const context = weightsOf({
    "map.weight": tf.tensor2d([
      [1, 0],
      [2, -1],
      [0, 3],
    ]),
    "map.bias": tf.tensor1d([10, 20]),
  });

  it("is x·W + b", () => {
    assert.deepEqual(rounded(linear(context, "map", tf.tensor2d([[1, 2, 3]]))), [15, 27]);
    assert.deepEqual(rounded(linear(context, "map", tf.tensor2d([[1, 2, 3]]), false)), [5, 7]);
  });

  it("goes over the last axis, whatever comes before it", () => {
    const x = tf.tensor([1, 2, 3, 0, 0, 0, -1, -2, -3, 1, 2, 3], [2, 2, 3]);
    const y = linear(context, "map", x);
    assert.deepEqual(y.shape, [2, 2, 2]);
    assert.deepEqual(rounded(y), [15, 27, 10, 20, 5, 13, 15, 27]);
  });
});
