import assert from "node:assert/strict";
import { toOrtTensor } from "../../../../kernel/engine/run/arrayValue.js";
import { transfer } from "../../../../kernel/engine/run/transfer.js";

describe("tensors that are transferred", () => {
  it("keep numbers, types and shapes, each its own", async () => {
    const given = [
      toOrtTensor({ data: Float32Array.of(1.5, -2, 0, 3), shape: [2, 2], dtype: "float32" }),
      toOrtTensor({ data: Int32Array.of(7), shape: [], dtype: "int32" }),
      toOrtTensor({ data: Uint8Array.of(1, 0, 1), shape: [3], dtype: "bool" }),
    ];
    const arrived = await transfer(given, "cpu", "cpu");
    assert.deepEqual(
      arrived.map(({ type, dims, data }) => ({ type, dims, data })),
      given.map(({ type, dims, data }) => ({ type, dims, data })),
    );
    assert.ok(
      arrived.every((tensor, i) => tensor.data !== given[i].data),
      "copies",
    );
  });

  it("may be transferred again, with other numbers of the same types and shapes", async () => {
    for (const value of [1, 2]) {
      const tensor = toOrtTensor({ data: Float32Array.of(value), shape: [1], dtype: "float32" });
      const [arrived] = await transfer([tensor], "cpu", "cpu");
      assert.deepEqual([...(arrived.data as Float32Array)], [value]);
    }
  });

  it("may be none", async () => assert.deepEqual(await transfer([], "cpu", "cpu"), []));
});
