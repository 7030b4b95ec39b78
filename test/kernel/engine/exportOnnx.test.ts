import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import * as ort from "../../../kernel/engine/run/onnxRuntime.js";
import { exportOnnx } from "../../../kernel/engine/exportOnnx.js";
import { assertClose, numbers } from "./oracle.js";

describe("an exported step", () => {
  it("runs in plain ONNX Runtime with the numbers of tfjs", async () => {
    await tf.setBackend("cpu");
    const folder = await mkdtemp(path.join(tmpdir(), "aen-export-"));
    const filter = tf.variable(tf.randomNormal([3, 3, 2, 300], 0, 1, "float32", 4));
    const step = ({ x }: Record<string, tf.Tensor>) => ({
      y: tf.softmax(tf.mean(tf.relu(tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 2, "same")), [1, 2])),
      x: tf.neg(x),
    });
    const x = numbers([2, 5, 5, 2]);
    try {
      const file = path.join(folder, "step.onnx");
      await exportOnnx(step, file, { inputs: { x } });
      const session = await ort.InferenceSession.create(file);
      assert.deepEqual([session.inputNames, session.outputNames], [["x"], ["y", "x/out"]]);
      const { y } = await session.run({ x: new ort.Tensor("float32", x.data as Float32Array, [...x.shape]) });
      const expected = tf.tidy(() => step({ x: tf.tensor(x.data, [...x.shape]) }).y);
      const array = (data: unknown) => ({
        data: data as Float32Array,
        shape: [2, 300],
        dtype: "float32" as const,
      });
      assertClose(array(y.data), array(expected.dataSync()), "y");
      await session.release();
    } finally {
      filter.dispose();
      await rm(folder, { recursive: true });
    }
  });
});
