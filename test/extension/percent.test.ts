import assert from "node:assert/strict";
import { percent } from "../../extension/percent.js";

describe("a rate", () => {
  it("is written in per cent with one digit", () => {
    assert.deepEqual([0, 1, 1 / 7, 0.9999].map(percent), ["0.0 %", "100.0 %", "14.3 %", "100.0 %"]);
  });
});
