import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import { Graph } from "../../../../kernel/engine/ir/graph.js";
import { lowerings } from "../../../../kernel/engine/lowering/table.js";
import { RandomDraws } from "../../../../kernel/engine/trace/randomDraws.js";
import {
  kernelNames,
  TracingBackend,
  tracingBackend,
} from "../../../../kernel/engine/trace/tracingBackend.js";

function begun() {
  const backend = new TracingBackend("of this test");
  const context = { graph: new Graph(), draws: new RandomDraws(), constants: new Map<tf.Variable, object>() };
  backend.begin(context);
  return { backend, ...context };
}

describe("the backend that traces", () => {
  it("holds a value for each handle, counted, until the last reference is gone", () => {
    const { backend, graph } = begun();
    const value = graph.input("x", "float32", [2]);
    const info = backend.tensorInfo(value);
    assert.deepEqual([info.shape, info.dtype], [[2], "float32"]);
    assert.equal(backend.valueBehind(info), value);
    backend.incRef(info.dataId);
    assert.equal(backend.refCount(info.dataId), 2);
    assert.equal(backend.disposeData(info.dataId), false);
    assert.equal(backend.disposeData(info.dataId), true);
    assert.deepEqual([backend.refCount(info.dataId), backend.numDataIds()], [0, 0]);
  });

  it("makes a constant of a tensor of another backend, once, reshaped as the tensor is", async () => {
    await tf.setBackend("cpu");
    const { backend, constants } = begun();
    const tensor = tf.tensor1d([1, 2, 3, 4]);
    const square = tf.reshape(tensor, [2, 2]);
    const [flat, shaped] = [backend.valueBehind(tensor), backend.valueBehind(square)];
    assert.deepEqual([flat.source.kind, shaped.source.kind, shaped.shape], ["data", "data", [2, 2]]);
    assert.equal(backend.valueBehind(tensor), flat);
    assert.equal(constants.size, 0, "a tensor never changes");
    const variable = tf.variable(tensor);
    backend.valueBehind(variable);
    assert.deepEqual([...constants], [[variable, variable.dataId]], "a variable may");
    tf.dispose([tensor, square, variable]);
  });

  it("gives numbers that are known, and says what to do where they are not", () => {
    const { backend, graph } = begun();
    const read = (value: ReturnType<Graph["input"]>) => backend.readSync(backend.tensorInfo(value).dataId);
    assert.deepEqual(read(graph.uniform(3, [2])), Float32Array.of(3, 3));
    assert.deepEqual(read(graph.uniform(1, [2], "bool")), Uint8Array.of(1, 1));
    assert.deepEqual(read(graph.constant(Int32Array.of(4, 5), [2], "int32")), Int32Array.of(4, 5));
    assert.throws(
      () => read(graph.input("x", "float32", [])),
      /cannot read a tensor's numbers.*Return the tensor/s,
    );
  });

  it("does not let a tensor of one trace be used in the next", () => {
    const { backend, graph } = begun();
    const info = backend.tensorInfo(graph.input("x", "float32", []));
    backend.end();
    assert.throws(
      () => backend.valueBehind(info),
      /was made while a step was being compiled, and no longer exists/,
    );
  });

  it("is registered with tfjs once", () => {
    assert.equal(tracingBackend(), tracingBackend());
    assert.equal(tf.findBackend(tracingBackend().name), tracingBackend());
  });

  it("has an answer for every kernel of tfjs: a lowering or an error that names it", () => {
    const names = kernelNames();
    for (const name of [...Object.keys(lowerings), "FFT"]) assert.ok(names.includes(name), name);
    for (const name of names) assert.ok(tf.getKernel(name, tracingBackend().name), name);
    assert.equal(new Set(names).size, names.length);
  });
});
