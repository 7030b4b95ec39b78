import assert from "node:assert/strict";
import type { ArrayValue } from "../../../../kernel/engine/contract.js";
import {
  emptyOrtTensor,
  fromOrtTensor,
  toArrayValue,
  toOrtTensor,
} from "../../../../kernel/engine/run/arrayValue.js";

describe("an array that enters a step", () => {
  it("is a float32 scalar where a number is given, and otherwise itself", () => {
    assert.deepEqual(toArrayValue(0.5), { data: Float32Array.of(0.5), shape: [], dtype: "float32" });
    const given: ArrayValue = { data: Int32Array.of(1, 2), shape: [2], dtype: "int32" };
    assert.equal(toArrayValue(given), given);
  });

  it("lends its memory to ONNX Runtime, and comes back with type and shape", () => {
    for (const given of [
      { data: Float32Array.of(1, 2), shape: [2, 1], dtype: "float32" },
      { data: Int32Array.of(1, 2), shape: [1, 2], dtype: "int32" },
      { data: Uint8Array.of(1, 0), shape: [2], dtype: "bool" },
    ] as const) {
      const tensor = toOrtTensor(given);
      assert.equal(tensor.data, given.data, "no copy");
      assert.deepEqual(fromOrtTensor(tensor), given);
    }
  });

  it("can convert 8-bit pixels to the requested type", () => {
    const pixels = Uint8Array.of(0, 127, 255);
    for (const dtype of ["int32", "float32"] as const) {
      const { data } = toOrtTensor({ data: pixels, shape: [3], dtype });
      assert.ok(dtype === "int32" ? data instanceof Int32Array : data instanceof Float32Array);
      assert.deepEqual([...(data as Int32Array)], [0, 127, 255]);
    }
  });
});

describe("memory for an output", () => {
  it("is zeros in the given type and shape, one element for a scalar, none for an empty shape", () => {
    const kept = emptyOrtTensor("float32", [2, 3]);
    assert.deepEqual([...(kept.data as Float32Array)], [0, 0, 0, 0, 0, 0]);
    assert.deepEqual(kept.dims, [2, 3]);
    assert.equal(emptyOrtTensor("int32", []).data.length, 1);
    assert.equal(emptyOrtTensor("bool", [4, 0]).data.length, 0);
  });
});
