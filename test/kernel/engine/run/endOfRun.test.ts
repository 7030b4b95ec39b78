import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { compile } from "../../../../kernel/engine/compile.js";
import { Graph } from "../../../../kernel/engine/ir/graph.js";
import * as ir from "../../../../kernel/engine/ir/elementwise.js";
import { encodeModel } from "../../../../kernel/engine/onnx/encode.js";
import { toOrtTensor } from "../../../../kernel/engine/run/arrayValue.js";
import { endOfRun, runWithoutCopies } from "../../../../kernel/engine/run/endOfRun.js";
import * as ort from "../../../../kernel/engine/run/onnxRuntime.js";

const floats = (...data: number[]) =>
  toOrtTensor({ data: Float32Array.from(data), shape: [data.length], dtype: "float32" });

async function doubling(size: number): Promise<ort.InferenceSession> {
  const x = new Graph().input("x", "float32", [size]);
  const { bytes } = encodeModel({
    name: "doubling",
    inputs: [x],
    outputs: [{ name: "y", value: ir.add(x, x) }],
    endOfRun,
  });
  return ort.InferenceSession.create(bytes, { logSeverityLevel: 4 });
}

describe("a run that copies no output", () => {
  before(() => tf.setBackend("cpu"));

  it("writes into the memory that it is given, run after run", async () => {
    const session = await doubling(3);
    const y = floats(0, 0, 0);
    for (const start of [1, 5, -2]) {
      const written = await runWithoutCopies(session, { x: floats(start, start + 1, start + 2) }, { y });
      assert.equal(written.y, y);
      assert.deepEqual([...y.data], [2 * start, 2 * start + 2, 2 * start + 4]);
    }
    await session.release();
  });

  it("fails as a run fails", async () => {
    const session = await doubling(3);
    await assert.rejects(
      runWithoutCopies(session, { x: floats(1, 2) }, { y: floats(0, 0, 0) }),
      /invalid dim/i,
    );
    await session.release();
  });

  it("leaves little outside of the heap: no copy of the weights remains", async () => {
    const size = 4_000_000;
    const session = await doubling(size);
    const [x, y] = [new Float32Array(size), new Float32Array(size)].map((data) =>
      toOrtTensor({ data, shape: [size], dtype: "float32" }),
    );
    await runWithoutCopies(session, { x }, { y });
    const before = process.memoryUsage().arrayBuffers;
    await runWithoutCopies(session, { x }, { y });
    assert.ok(process.memoryUsage().arrayBuffers - before < size, "less than a quarter of one output");
    await session.release();
  });

  it("gives a step with state its outputs of every type and size", async () => {
    const weight = tf.variable(tf.tensor1d([1, 2, 3]));
    const count = tf.variable(tf.scalar(0, "int32"));
    const step = compile(
      ({ x }) => {
        weight.assign(tf.add(weight, x));
        count.assign(tf.add(count, tf.scalar(1, "int32")));
        return {
          whole: tf.argMax(weight),
          truth: tf.greater(weight, 3),
          nothing: tf.slice(weight, 0, 0),
          given: x,
          constant: tf.tensor1d([7, 8]),
          state: weight,
          square: tf.reshape(tf.outerProduct(weight as tf.Tensor1D, weight as tf.Tensor1D), [3, 3]),
        };
      },
      { state: [weight, count], device: "cpu" },
    );
    const x = { data: Float32Array.of(1, 1, 1), shape: [3], dtype: "float32" } as const;
    const first = await step.run({ x });
    const second = await step.run({ x });
    assert.deepEqual([...first.state.data], [2, 3, 4], "kept, whatever the next run writes");
    const numbers = Object.fromEntries(Object.entries(second).map(([name, { data }]) => [name, [...data]]));
    assert.deepEqual(numbers, {
      whole: [2],
      truth: [0, 1, 1],
      nothing: [],
      given: [1, 1, 1],
      constant: [7, 8],
      state: [3, 4, 5],
      square: [9, 12, 15, 12, 16, 20, 15, 20, 25],
    });
    assert.deepEqual([second.truth.dtype, second.whole.dtype], ["bool", "int32"]);
    await step.sync();
    assert.deepEqual([[...(await weight.data())], [...(await count.data())]], [[3, 4, 5], [2]]);
    await step.dispose();
    weight.dispose();
    count.dispose();
  });
});
