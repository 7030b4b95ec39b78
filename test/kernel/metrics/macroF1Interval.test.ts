import assert from "node:assert/strict";
import { macroF1Interval } from "../../../kernel/metrics/macroF1Interval.js";
import { wilson } from "../../../kernel/metrics/rateInterval.js";

describe("the interval of macro F1", () => {
  it("is that of the rate where two classes are equally large and equally often taken for each other", () => {
    // All four F1 influences are +-1/n there, so macro F1 varies as WAR does.
    const { low, high } = macroF1Interval(
      [
        [40, 10],
        [10, 40],
      ],
      0.95,
    );
    const rate = wilson(0.8, 100);
    assert.ok(Math.abs(low - rate.low) < 1e-12 && Math.abs(high - rate.high) < 1e-12);
  });

  it("has a width where everything is right or wrong, and is unknown without clips", () => {
    const right = macroF1Interval(
      [
        [5, 0],
        [0, 5],
      ],
      0.95,
    );
    assert.ok(right.low < 1 && right.high === 1);
    const wrong = macroF1Interval(
      [
        [0, 5],
        [5, 0],
      ],
      0.95,
    );
    assert.ok(wrong.low === 0 && wrong.high > 0);
    assert.deepEqual(macroF1Interval([[0]], 0.95), { low: NaN, high: NaN, level: 0.95 });
  });
});
