import assert from "node:assert/strict";
import { descriptorDistance } from "../../../kernel/faces/descriptorDistance.js";

describe("the distance of two descriptors", () => {
  it("is Euclidean", () => {
    assert.equal(descriptorDistance(Float32Array.of(1, 2, 3), Float32Array.of(1, -1, 7)), 5);
  });
});
