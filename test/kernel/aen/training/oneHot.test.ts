import assert from "node:assert/strict";
import { oneHot } from "../../../../kernel/aen/training/oneHot.js";

describe("labels as one-hot rows", () => {
  it("have 1 at the label; a missing label (-1) leaves its row, and its neighbours, without", () => {
    const { data, shape, dtype } = oneHot(Int32Array.of(2, -1, 0), 3);
    assert.deepEqual([shape, dtype], [[3, 3], "float32"]);
    assert.deepEqual([...data], [0, 0, 1, 0, 0, 0, 1, 0, 0]);
  });

  it("are an empty array of the right width for no labels", () => {
    assert.deepEqual(oneHot(new Int32Array(0), 7).shape, [0, 7]);
  });
});
