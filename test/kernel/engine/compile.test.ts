import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import * as layers from "@tensorflow/tfjs";
import { compile } from "../../../kernel/engine/compile.js";
import { assertClose, numbers } from "./oracle.js";

const vector = (...values: number[]) => ({
  data: Float32Array.from(values),
  shape: [values.length],
  dtype: "float32" as const,
});

describe("a compiled step", () => {
  before(() => tf.setBackend("cpu"));

  it("keeps its state between runs and brings it back with sync", async () => {
    const total = tf.variable(tf.tensor1d([1, 2]));
    const step = compile(({ x }) => (total.assign(tf.add(total, x)), { sum: tf.sum(total) }), {
      state: [total],
      device: "cpu",
    });
    assert.equal((await step.run({ x: vector(1, 1) })).sum.data[0], 5);
    assert.equal((await step.run({ x: vector(1, 1) })).sum.data[0], 7);
    assert.deepEqual([...total.dataSync()], [1, 2]);
    await step.sync();
    assert.deepEqual([...total.dataSync()], [3, 4]);
    await step.dispose();
    total.dispose();
  });

  it("shares its state with other steps, and takes over what was assigned outside", async () => {
    const weight = tf.variable(tf.scalar(1));
    const raise = compile(({ x }) => (weight.assign(tf.add(weight, x) as tf.Scalar), { weight }), {
      state: [weight],
      device: "cpu",
    });
    const look = compile(() => ({ y: tf.mul(weight, 10) }), { state: [weight], device: "cpu" });
    await raise.run({ x: 2 });
    assert.equal((await look.run({})).y.data[0], 30);
    weight.assign(tf.scalar(7));
    assert.equal((await look.run({})).y.data[0], 70);
    await raise.run({ x: 1 });
    await raise.dispose();
    assert.equal((await look.run({})).y.data[0], 80);
    await look.dispose();
    assert.equal(weight.dataSync()[0], 8);
    weight.dispose();
  });

  it("takes numbers that change as inputs and is traced once for each set of shapes", async () => {
    let traces = 0;
    const step = compile(({ x, rate }) => (traces++, { y: tf.mul(x, rate) }), { device: "cpu" });
    assert.deepEqual([...(await step.run({ x: vector(1, 2), rate: 2 })).y.data], [2, 4]);
    assert.deepEqual([...(await step.run({ x: vector(3, 4), rate: 3 })).y.data], [9, 12]);
    assert.deepEqual([...(await step.run({ x: vector(1, 2, 3), rate: 1 })).y.data], [1, 2, 3]);
    assert.equal(traces, 2);
    await step.dispose();
  });

  it("trains with an optimizer of tfjs, whose slots become state", async () => {
    const train = async (device: "cpu" | "tensorflow") => {
      const weight = tf.variable(tf.tensor2d([[0.5], [-0.3]]));
      const optimizer = layers.train.adam(0.1);
      const loss = (x: tf.Tensor, y: tf.Tensor) =>
        tf.mean(tf.squaredDifference(tf.matMul(x, weight), y)) as tf.Scalar;
      const step = compile(
        ({ x, y }) => {
          const { value, grads } = tf.variableGrads(() => loss(x, y), [weight]);
          optimizer.applyGradients(grads as never);
          return { loss: value };
        },
        { state: [weight], device },
      );
      const losses: number[] = [];
      for (let i = 0; i < 4; i++) {
        const { loss } = await step.run({ x: numbers([6, 2], i + 1), y: numbers([6, 1], i + 9) });
        losses.push(loss.data[0]);
      }
      await step.dispose();
      optimizer.dispose();
      const final = { data: weight.dataSync() as Float32Array, shape: [2, 1], dtype: "float32" as const };
      weight.dispose();
      return { losses, final };
    };
    const [compiled, eager] = [await train("cpu"), await train("tensorflow")];
    assertClose(vector(...compiled.losses), vector(...eager.losses), "losses", 1e-5);
    assertClose(compiled.final, eager.final, "weight", 1e-5);
  });

  it("gives outputs back by the step's own names, whatever they end in and inputs are called", async () => {
    const names = ["x", "x/out", "x/out/out", "out", "/out", "a/out", "next/x", "state/x"];
    const step = compile(({ x }) => Object.fromEntries(names.map((name, i) => [name, tf.add(x, i)])), {
      device: "cpu",
    });
    const outputs = await step.run({ x: 1 });
    assert.deepEqual(
      Object.entries(outputs).map(([name, { data }]) => [name, data[0]]),
      names.map((name, i) => [name, 1 + i]),
    );
    await step.dispose();
  });

  it("draws new random numbers in each run, the same ones for the same seed", async () => {
    const noisy = ({ x }: Record<string, tf.Tensor>) => ({
      dropped: tf.dropout(x, 0.25),
      noise: tf.randomNormal([4000], 3, 0.5),
      uniform: tf.randomUniform([4000], -2, 6),
      fixed: tf.randomUniform([3], 0, 1, "float32", 5),
    });
    const step = compile(noisy, { device: "cpu", seed: 3 });
    const x = { data: new Float32Array(4000).fill(1), shape: [4000], dtype: "float32" as const };
    const [first, second] = [await step.run({ x }), await step.run({ x })];
    const again = compile(noisy, { device: "cpu", seed: 3 });
    assert.deepEqual(await again.run({ x }), first);
    assert.notDeepEqual(second.noise, first.noise);
    assert.deepEqual([...second.fixed.data], [...tf.randomUniform([3], 0, 1, "float32", 5).dataSync()]);
    const mean = (data: ArrayLike<number>) => Array.from(data).reduce((a, b) => a + b, 0) / data.length;
    const spread = (data: ArrayLike<number>) =>
      Math.sqrt(mean(Array.from(data, (v) => (v - mean(data)) ** 2)));
    assert.ok(Math.abs(mean(first.noise.data) - 3) < 0.05 && Math.abs(spread(first.noise.data) - 0.5) < 0.03);
    assert.ok(Math.min(...first.uniform.data) >= -2 && Math.max(...first.uniform.data) <= 6);
    assert.ok(Math.abs(mean(first.uniform.data) - 2) < 0.2);
    const kept = Array.from(first.dropped.data).filter((value) => value !== 0);
    assert.ok(Math.abs(kept.length / 4000 - 0.75) < 0.03);
    assert.ok(kept.every((value) => Math.abs(value - 4 / 3) < 1e-6));
    await Promise.all([step.dispose(), again.dispose()]);
  });

  it("is traced again when a variable outside its state was assigned", async () => {
    const frozen = tf.variable(tf.scalar(2));
    const step = compile(({ x }) => ({ y: tf.mul(x, frozen) }), { device: "cpu" });
    assert.equal((await step.run({ x: 3 })).y.data[0], 6);
    frozen.assign(tf.scalar(5));
    assert.equal((await step.run({ x: 3 })).y.data[0], 15);
    await step.dispose();
    frozen.dispose();
  });

  it("takes variables that it assigns into its state, listed or not", async () => {
    const count = tf.variable(tf.scalar(1));
    const step = compile(({ x }) => (count.assign(tf.add(count, x) as tf.Scalar), { count }), {
      device: "cpu",
    });
    await step.run({ x: 2 });
    assert.equal((await step.run({ x: 2 })).count.data[0], 5);
    await step.dispose();
    assert.equal(count.dataSync()[0], 5);
    count.dispose();
  });

  it("leaves tensors, the backend and Math.random as they were", async () => {
    const weight = tf.variable(numbersTensor());
    const { random } = Math;
    const { numTensors } = tf.memory();
    const step = compile(({ x }) => (weight.assign(tf.mul(weight, x)), { y: tf.sum(weight) }), {
      state: [weight],
      device: "cpu",
    });
    await step.run({ x: 2 });
    await step.sync();
    await step.dispose();
    assert.equal(tf.memory().numTensors, numTensors);
    assert.equal(tf.getBackend(), "cpu");
    assert.equal(Math.random, random);
    weight.dispose();
  });

  it("with device auto runs on the processor where there is no graphics card", async () => {
    const step = compile(({ x }) => ({ y: tf.mul(x, 2) }));
    assert.equal((await step.run({ x: 4 })).y.data[0], 8);
    assert.notEqual(step.device, "tensorflow");
    await step.dispose();
  });
});

describe("what cannot be compiled says what and where", () => {
  const failing = async (run: (x: tf.Tensor) => tf.Tensor) => {
    const step = compile(({ x }) => ({ y: run(x) }), { device: "cpu" });
    try {
      await step.run({ x: vector(1, 2, 3, 4) });
    } catch (error) {
      return error as Error;
    } finally {
      await step.dispose();
    }
    throw new Error("It was compiled.");
  };

  const picture = (x: tf.Tensor) => tf.reshape(x, [1, 2, 2, 1]) as tf.Tensor4D;
  const withoutLowering: Readonly<Record<string, (x: tf.Tensor) => tf.Tensor>> = {
    FFT: (x) => tf.real(tf.fft(tf.complex(x, x))),
    LRN: (x) => tf.localResponseNormalization(picture(x)),
    CropAndResize: (x) => tf.image.cropAndResize(picture(x), [[0, 0, 1, 1]], [0], [2, 2]),
    Transform: (x) => tf.image.transform(picture(x), [[1, 0, 0, 0, 1, 0, 0, 0]]),
    Multinomial: (x) => tf.cast(tf.multinomial(x as tf.Tensor1D, 2, 1), "float32"),
    MaxPoolWithArgmax: (x) => tf.maxPoolWithArgmax(picture(x), 2, 1, "same").result,
    SparseToDense: (x) => tf.sparseToDense([0, 1], [1, 2], [4], 0).add(x),
  };
  for (const [kernel, run] of Object.entries(withoutLowering))
    it(`as an operation without a lowering does, ${kernel}`, async () => {
      const { name, message } = await failing(run);
      assert.equal(name, "TraceError");
      assert.match(message, /operation \w+ cannot be compiled/);
      assert.match(message, /device: "tensorflow"/);
      assert.match(message, /compile\.test\.ts:\d+:\d+/);
    });

  it("as reading numbers does", async () => {
    assert.match(
      (await failing((x) => tf.mul(x, x.dataSync()[0]))).message,
      /cannot read a tensor's numbers.*compile\.test\.ts/,
    );
  });

  it("as Math.random does", async () => {
    assert.match((await failing((x) => tf.mul(x, Math.random()))).message, /Math\.random.*compile\.test\.ts/);
  });
});

function numbersTensor(): tf.Tensor {
  const { data, shape } = numbers([3, 2]);
  return tf.tensor(data, [...shape]);
}
