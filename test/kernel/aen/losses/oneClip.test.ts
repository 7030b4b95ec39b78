import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { assertTerm, inputs } from "./oneClip.js";

describe("the clip with which loss terms are tested", () => {
  it("has no input of zeros, with which a term that ignores it or scales it wrongly would pass", () => {
    const { labelSet: _labelSet, features, classVectors, ...rest } = inputs();
    const tensors = { ...rest, ...features, ...classVectors } as Record<string, tf.Tensor>;
    for (const [name, tensor] of Object.entries(tensors))
      assert.ok(
        [...tensor.dataSync()].some((value) => value !== 0),
        name,
      );
  });

  it("gives way to the inputs that a test names", () => {
    const change = { emotionLogProbabilities: tf.tensor2d([[-3, -1, -1]]) };
    assertTerm("emotion at level 3", 3, {}, change);
    assert.throws(() => assertTerm("emotion at level 3", 3), /emotion at level 3 is .*, not 3/);
  });
});
