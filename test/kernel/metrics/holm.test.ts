import assert from "node:assert/strict";
import { holm } from "../../../kernel/metrics/holm.js";

describe("Holm's correction", () => {
  it("multiplies the smallest p value by the number of tests, the next by one less, and keeps their order", () => {
    // by hand: 4 x .01 = .04; 3 x .02 = .06; 2 x .03 = .06; 1 x .04 = .04, raised to .06
    const corrected = holm([0.04, 0.01, 0.03, 0.02]);
    [0.06, 0.04, 0.06, 0.06].forEach((p, test) => assert.ok(Math.abs(corrected[test] - p) < 1e-12));
  });

  it("leaves a single p value as it is, and none above 1", () => {
    assert.deepEqual(holm([0.3]), [0.3]);
    assert.deepEqual(holm([0.7, 0.8]), [1, 1]);
    assert.deepEqual(holm([]), []);
  });
});
