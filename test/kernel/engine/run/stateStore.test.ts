import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import { compile } from "../../../../kernel/engine/compile.js";
import { storeOf } from "../../../../kernel/engine/run/onnxStep.js";

/** A variable that alone holds its numbers. */
function variableOf(...values: number[]): tf.Variable {
  const tensor = tf.tensor1d(values);
  const variable = tf.variable(tensor);
  tensor.dispose();
  return variable;
}

function doubling(variable: tf.Variable) {
  return compile(() => (variable.assign(tf.mul(variable, 2)), { sum: tf.sum(variable) }), {
    state: [variable],
    device: "cpu",
  });
}

/** What tfjs's cpu backend holds of a variable: numbers, or a promise to fetch them. */
function held(variable: tf.Variable): PropertyDescriptor {
  const { data } = tf.findBackend("cpu") as unknown as { data: tf.DataStorage<object> };
  return Object.getOwnPropertyDescriptor(data.get(variable.dataId), "values")!;
}

describe("the state of compiled steps on the processor", () => {
  before(() => tf.setBackend("cpu"));

  it("is held once: variables lend their numbers, and give the newest when read", async () => {
    const variable = variableOf(1, 2);
    const step = doubling(variable);
    await step.run({});
    assert.equal(held(variable).value, undefined);
    const once = variable.dataSync();
    assert.deepEqual([...once], [2, 4]);
    await step.run({});
    assert.equal(held(variable).value, undefined);
    assert.deepEqual([...variable.dataSync()], [4, 8]);
    assert.deepEqual([...once], [2, 4], "what was read before has changed");
    await step.dispose();
    variable.dispose();
  });

  it("takes turns in two arrays, however many runs follow", async () => {
    const variable = variableOf(1, 2);
    const step = doubling(variable);
    const store = storeOf("cpu");
    const arrays = new Set<unknown>();
    for (let i = 0; i < 5; i++) {
      await step.run({});
      arrays.add(store.read(variable).data);
    }
    assert.equal(arrays.size, 2);
    assert.deepEqual([...variable.dataSync()], [32, 64]);
    await step.dispose();
    variable.dispose();
  });

  it("leaves the array that a variable was made from alone", async () => {
    const array = Float32Array.of(1, 2);
    const tensor = tf.tensor1d(array);
    const variable = tf.variable(tensor);
    tensor.dispose();
    const step = doubling(variable);
    for (let i = 0; i < 3; i++) await step.run({});
    assert.deepEqual([...array], [1, 2]);
    assert.deepEqual([...variable.dataSync()], [8, 16]);
    await step.dispose();
    variable.dispose();
  });

  it("lets a clone of a variable keep the values it was made with", async () => {
    const variable = variableOf(1, 2);
    const step = doubling(variable);
    await step.run({});
    const clone = variable.clone();
    await step.run({});
    await step.run({});
    assert.deepEqual([...clone.dataSync()], [2, 4]);
    await step.sync();
    assert.deepEqual([...variable.dataSync()], [8, 16]);
    clone.dispose();
    await step.run({});
    assert.deepEqual([...variable.dataSync()], [16, 32]);
    await step.dispose();
    variable.dispose();
  });

  it("keeps a clone's numbers also when the variable is assigned or disposed outside", async () => {
    const variable = variableOf(1, 2);
    const step = doubling(variable);
    await step.run({});
    const clone = variable.clone();
    const assigned = tf.tensor1d([5, 5]);
    variable.assign(assigned);
    assigned.dispose();
    await step.run({});
    assert.deepEqual([...clone.dataSync()], [2, 4]);
    const later = variable.clone();
    variable.dispose();
    await step.dispose();
    assert.deepEqual([...later.dataSync()], [10, 10]);
    clone.dispose();
    later.dispose();
  });

  it("after sync keeps its numbers in tensors made from them, and after dispose in the variable", async () => {
    const variable = variableOf(1, 2);
    const step = doubling(variable);
    await step.run({});
    await step.sync();
    const sum = tf.add(variable, 0);
    await step.run({});
    assert.deepEqual([...sum.dataSync()], [2, 4]);
    await step.dispose();
    assert.deepEqual([...variable.dataSync()], [4, 8]);
    assert.notEqual(held(variable).value, undefined);
    sum.dispose();
    variable.dispose();
  });
});
