import assert from "node:assert/strict";
import { argmax, softmax } from "../../../kernel/metrics/probabilities.js";

describe("softmax", () => {
  it("does not overflow", () => {
    assert.deepEqual(softmax([5000, 5000]), [0.5, 0.5]);
    assert.deepEqual(softmax([-5000, 0]), [0, 1]);
  });
});

describe("argmax", () => {
  it("gives the first of the largest", () => {
    assert.equal(argmax([1, 3, 3]), 1);
    assert.equal(argmax([-Infinity, -1]), 1);
  });

  it("gives -1 where a value is missing", () => {
    for (const values of [[], [null], [2, NaN], [NaN, 2], [1, null, 3]]) assert.equal(argmax(values), -1);
  });
});
