import assert from "node:assert/strict";
import { classScores, confusionMatrix } from "../../../kernel/metrics/confusionMatrix.js";

describe("confusionMatrix", () => {
  it("leaves out clips without a label or a prediction", () => {
    const matrix = confusionMatrix([0, null, 1, 1], [0, 0, -1, 0], 2);
    assert.deepEqual(matrix, [
      [1, 0],
      [1, 0],
    ]);
  });

  it("refuses lists of different lengths, and unknown classes", () => {
    assert.throws(() => confusionMatrix([0], [], 2), /1 labels but 0 predictions/);
    assert.throws(() => confusionMatrix([0], [2], 2), /Classes must be 0\.\.1, got 0 and 2/);
    assert.throws(() => confusionMatrix([0.5], [0], 2), RangeError);
  });

  it("has no rate where there is nothing to divide by", () => {
    const [, never] = classScores([
      [2, 0],
      [0, 0],
    ]);
    assert.deepEqual(never, { recall: null, precision: null, f1: null, clips: 0 });
  });
});
