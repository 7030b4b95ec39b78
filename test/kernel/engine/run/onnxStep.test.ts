import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import { modelOf, OnnxStep, storeOf, type OnnxStepOptions } from "../../../../kernel/engine/run/onnxStep.js";
import { traceStep } from "../../../../kernel/engine/trace/trace.js";

const stepOf = (step: OnnxStepOptions["step"], state: tf.Variable[] = []) =>
  new OnnxStep({ step, state, name: "test", device: "cpu", seed: 1 });

const vector = (...numbers: number[]) =>
  ({ data: Float32Array.from(numbers), shape: [numbers.length], dtype: "float32" }) as const;

describe("a step in ONNX Runtime", () => {
  before(() => tf.setBackend("cpu"));

  it("runs that begin together wait for each other: each sees the state that the one before has left", async () => {
    const total = tf.variable(tf.scalar(0));
    const step = stepOf(({ x }) => (total.assign(tf.add(total, x) as tf.Scalar), { total }), [total]);
    const sums = await Promise.all([1, 2, 3].map((x) => step.run({ x })));
    assert.deepEqual(
      sums.map(({ total }) => total.data[0]),
      [1, 3, 6],
    );
    await step.dispose();
    total.dispose();
  });

  it("works after a run that failed", async () => {
    let fails = true;
    const step = stepOf(({ x }) => {
      if (fails) throw new Error("not yet");
      return { y: tf.mul(x, 2) };
    });
    await assert.rejects(step.run({ x: 1 }), /not yet/);
    fails = false;
    assert.equal((await step.run({ x: 1 })).y.data[0], 2);
    await step.dispose();
  });

  it("gives an output that has an input's name under that name", async () => {
    const step = stepOf(({ x }) => ({ x: tf.add(x, 1) }));
    assert.deepEqual([...(await step.run({ x: vector(1, 2) })).x.data], [2, 3]);
    await step.dispose();
  });

  it("takes the seed of its random numbers from an input of that name", async () => {
    const noisy = () => stepOf(() => ({ y: tf.randomUniform([8]) }));
    const numbers = async (seed: number) => {
      const step = noisy();
      const { y } = await step.run({ seed });
      await step.dispose();
      return y.data.join();
    };
    assert.equal(await numbers(5), await numbers(5));
    assert.notEqual(await numbers(5), await numbers(6));
  });

  it("has its values in the store that all steps of the provider share", async () => {
    const weight = tf.variable(tf.scalar(4));
    const step = stepOf(() => (weight.assign(tf.mul(weight, 2) as tf.Scalar), { weight }), [weight]);
    await step.run({});
    assert.equal(storeOf("cpu").read(weight).data[0], 8);
    assert.equal(storeOf("cpu"), storeOf("cpu"));
    await step.dispose();
    assert.equal(weight.dataSync()[0], 8, "with the last step gone the variable has them again");
    weight.dispose();
  });
});

describe("the graph of a traced step", () => {
  it("has the step's own outputs, then the new values of the state that it assigns", () => {
    const [moved, read] = ["moved", "read"].map((name) => tf.variable(tf.scalar(1), true, `graph/${name}`));
    const trace = traceStep({
      step: ({ x }) => (moved.assign(tf.add(read, x) as tf.Scalar), { y: tf.mul(x, read) }),
      inputs: { x: { dtype: "float32", shape: [] } },
      state: [moved, read],
      target: { provider: "cpu" },
    });
    const { bytes, nodeCount } = modelOf(trace, "step");
    const text = Buffer.from(bytes).toString("latin1");
    assert.equal(nodeCount, 2);
    assert.ok(text.includes("next/graph/moved") && !text.includes("next/graph/read"));
    moved.dispose();
    read.dispose();
  });
});
