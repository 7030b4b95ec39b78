import assert from "node:assert/strict";
import { percent } from "../../../kernel/metrics/percent.js";

describe("a rate in words", () => {
  it("has one digit after the point, and a dash where there is no figure", () => {
    assert.deepEqual([0, 1 / 7, 1, Number.NaN].map(percent), ["0.0 %", "14.3 %", "100.0 %", "–"]);
  });
});
