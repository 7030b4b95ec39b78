import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import { eagerStep } from "../../../../kernel/engine/run/eagerStep.js";

describe("a step that is run eagerly", () => {
  before(() => tf.setBackend("cpu"));

  it("takes numbers and arrays of every type, and gives arrays with their shapes and types", async () => {
    const step = eagerStep(({ x, factor, whole, truth }) => ({
      scaled: tf.mul(x, factor),
      next: tf.add(whole, tf.scalar(1, "int32")),
      opposite: tf.logicalNot(truth),
    }));
    const { scaled, next, opposite } = await step.run({
      x: { data: Float32Array.of(1, 2), shape: [1, 2], dtype: "float32" },
      factor: 3,
      whole: { data: Int32Array.of(4), shape: [1], dtype: "int32" },
      truth: { data: Uint8Array.of(1, 0), shape: [2], dtype: "bool" },
    });
    assert.deepEqual(
      [scaled, next, opposite].map(({ data, shape, dtype }) => [[...data], shape, dtype]),
      [
        [[3, 6], [1, 2], "float32"],
        [[5], [1], "int32"],
        [[0, 1], [2], "bool"],
      ],
    );
  });

  it("leaves no tensor behind, whatever the step makes on its way", async () => {
    const step = eagerStep(({ x }) => ({ y: tf.sum(tf.square(tf.add(x, 1))) }));
    const before = tf.memory().numTensors;
    await step.run({ x: { data: Float32Array.of(1, 2), shape: [2], dtype: "float32" } });
    assert.equal(tf.memory().numTensors, before);
  });

  it("calls the step in every run: what it reads then counts", async () => {
    let calls = 0;
    const step = eagerStep(({ x }) => ({ y: tf.add(x, ++calls) }));
    assert.equal((await step.run({ x: 10 })).y.data[0], 11);
    assert.equal((await step.run({ x: 10 })).y.data[0], 12);
  });

  it("fails with what the step throws, and leaves no tensor then either", async () => {
    const step = eagerStep(({ x }) => {
      tf.add(x, 1);
      throw new Error("no such file");
    });
    const before = tf.memory().numTensors;
    await assert.rejects(step.run({ x: 1 }), /no such file/);
    assert.equal(tf.memory().numTensors, before);
  });

  it("is of the device tensorflow, and has nothing to sync or to end", async () => {
    const step = eagerStep(({ x }) => ({ x }));
    assert.equal(step.device, "tensorflow");
    await step.sync();
    await step.dispose();
  });
});
