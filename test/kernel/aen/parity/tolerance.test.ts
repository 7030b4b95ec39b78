import assert from "node:assert/strict";
import {
  forwardTolerance,
  lossTolerance,
  recordTolerance,
  stepLossTolerance,
} from "../../../../kernel/aen/parity/tolerance.js";

const loss = (beforeUpdate: number, ...dev32: number[]) => ({
  beforeUpdate,
  terms: Object.fromEntries(dev32.map((dev32, i) => [`term ${i}`, { value: 1, dev32 }])),
});

describe("how far a record may be off", () => {
  it("is a ten-thousandth, or ten times what the reference's own float32 run is off", () => {
    assert.equal(recordTolerance({ shape: [], mean: 0, l2: 0 }), 1e-4);
    assert.equal(recordTolerance({ shape: [], mean: 0, l2: 0, dev32: 1e-6 }), 1e-4);
    assert.equal(recordTolerance({ shape: [], mean: 0, l2: 0, dev32: 2 ** -10 }), 10 * 2 ** -10);
  });

  it("is what SPEC.md says for forward passes and for losses of given weights", () => {
    assert.deepEqual([forwardTolerance, lossTolerance], [5e-5, 1e-5]);
  });

  it("for the losses of a step grows with the worst of its terms, but not before the first update", () => {
    assert.equal(stepLossTolerance(loss(0, 1e-2)), 1e-5);
    assert.equal(stepLossTolerance(loss(1, 1e-7, 9e-7)), 1e-5);
    assert.equal(stepLossTolerance(loss(1, 1e-7, 2e-6)), 1e-4);
    assert.equal(stepLossTolerance(loss(2, 1e-7, 5e-4)), 5e-3);
  });
});
