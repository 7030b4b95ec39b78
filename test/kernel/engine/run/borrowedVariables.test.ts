import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import { canLend, giveBack, keepForOthers, lend } from "../../../../kernel/engine/run/borrowedVariables.js";

describe("numbers that a variable lends", () => {
  let variable: tf.Variable;
  let newest: Float32Array;

  beforeEach(async () => {
    await tf.setBackend("cpu");
    const tensor = tf.tensor1d([1, 2]);
    variable = tf.variable(tensor);
    tensor.dispose();
    newest = Float32Array.of(3, 4);
  });
  afterEach(() => variable.dispose());

  it("are the newest when they are read, and a copy: what was read does not change afterwards", () => {
    lend(variable.dataId, () => newest);
    newest.set([5, 6]);
    const read = variable.dataSync();
    newest.set([9, 9]);
    assert.deepEqual([...read], [5, 6]);
    assert.deepEqual([...variable.dataSync()], [5, 6], "the loan is over once they were read");
  });

  it("come back with the end of the loan", () => {
    lend(variable.dataId, () => newest);
    giveBack(variable.dataId);
    newest.set([9, 9]);
    assert.deepEqual([...variable.dataSync()], [3, 4]);
  });

  it("stay what they were for tensors that have come to share them", () => {
    lend(variable.dataId, () => newest);
    const clone = variable.clone();
    keepForOthers(variable.dataId);
    newest.set([9, 9]);
    assert.deepEqual([...clone.dataSync()], [3, 4]);
    clone.dispose();
  });

  it("are not kept where nobody shares them", () => {
    lend(variable.dataId, () => newest);
    keepForOthers(variable.dataId);
    newest.set([9, 9]);
    assert.deepEqual([...variable.dataSync()], [9, 9]);
  });

  it("are not lent while several tensors share them", () => {
    const clone = variable.clone();
    lend(variable.dataId, () => newest);
    assert.deepEqual([...variable.dataSync()], [1, 2]);
    clone.dispose();
  });

  it("are lent once: a second loan waits until the first is over", () => {
    lend(variable.dataId, () => newest);
    lend(variable.dataId, () => Float32Array.of(7, 7));
    assert.deepEqual([...variable.dataSync()], [3, 4]);
  });

  it("lie in the cpu backend of tfjs; of anything else nothing is lent", () => {
    assert.equal(canLend(variable.dataId), true);
    assert.equal(canLend({}), false);
    assert.doesNotThrow(() => {
      lend({}, () => newest);
      giveBack({});
      keepForOthers({});
    });
  });
});
