import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import {
  callAnswer,
  closeTo,
  constantFactor,
  sameShape,
  shapeText,
  taken,
  tidied,
} from "../../../../kernel/aen/course/tensorAnswer.js";

describe("an answer that is a function", () => {
  const hintOf = (answer: unknown) => {
    const called = callAnswer(answer, () => [tf.scalar(1)]);
    return "hint" in called ? called.hint : "(a value)";
  };

  it("is called, and its tensor taken, without leaving tensors behind", () => {
    const before = tf.memory().numTensors;
    const called = callAnswer(
      (x: tf.Tensor) => tf.stack([x, tf.add(x, 1)]),
      () => [tf.scalar(1)],
    );
    assert.deepEqual(called, { value: { shape: [2], values: [1, 2] } });
    assert.equal(tf.memory().numTensors, before);
  });

  it("is told what is missing where it gives no tensor", () => {
    assert.match(hintOf(tf), /without \(\)/);
    assert.match(
      hintOf(() => {}),
      /returns nothing yet/,
    );
    assert.match(
      hintOf(() => 3),
      /returns a number/,
    );
    assert.match(
      hintOf(async () => tf.scalar(1)),
      /async/,
    );
    assert.match(
      hintOf(() => [1]),
      /one tensor/,
    );
    assert.match(
      hintOf(() => {
        throw new Error("no such axis");
      }),
      /ends with an error: no such axis/,
    );
  });
});

describe("comparing values", () => {
  it("is as strict as float32, relative to the largest", () => {
    assert.ok(closeTo([1000.05, 0], [1000, 0.05]));
    assert.ok(!closeTo([1.001], [1]));
    assert.ok(!closeTo([1], [1, 2]));
    assert.ok(!closeTo([NaN], [1]));
  });

  it("finds one factor between all values, never for a single one", () => {
    assert.equal(constantFactor([2, -4, 0], [1, -2, 0]), 2);
    assert.equal(constantFactor([2, 4], [1, 3]), null);
    assert.equal(constantFactor([2], [1]), null);
    assert.equal(constantFactor([0, 0], [1, 2]), null);
  });

  it("tells shapes apart", () => {
    assert.ok(sameShape([2, 3], [2, 3]) && !sameShape([2, 3], [3, 2]) && !sameShape([2], [2, 1]));
    assert.equal(shapeText([2, 3]), "[2, 3]");
    assert.deepEqual(
      tidied(() => taken(tf.zeros([2, 1]))),
      { shape: [2, 1], values: [0, 0] },
    );
  });
});
