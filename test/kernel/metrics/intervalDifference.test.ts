import assert from "node:assert/strict";
import { intervalDifference } from "../../../kernel/metrics/intervalDifference.js";

/** Wilson's interval (1927) without a correction. */
function wilson(right: number, clips: number) {
  const [rate, z] = [right / clips, 1.959964];
  const [middle, margin] = [right + z ** 2 / 2, z * Math.sqrt(clips * rate * (1 - rate) + z ** 2 / 4)];
  const all = clips + z ** 2;
  return { rate, interval: { low: (middle - margin) / all, high: (middle + margin) / all, level: 0.95 } };
}

describe("the interval of a difference of rates", () => {
  it("is that of Newcombe (1998, table II, method 10)", () => {
    const published = [
      [56, 70, 48, 80, 0.0524, 0.3339],
      [9, 10, 3, 10, 0.1705, 0.809],
      [10, 10, 0, 10, 0.6075, 1],
    ];
    for (const [right, clips, otherRight, otherClips, low, high] of published) {
      const interval = intervalDifference(wilson(right, clips), wilson(otherRight, otherClips));
      assert.ok(Math.abs(interval.low - low) < 1e-4, `${interval.low}, published ${low}`);
      assert.ok(Math.abs(interval.high - high) < 1e-4, `${interval.high}, published ${high}`);
    }
  });

  it("is a point where two equal rates vary as one", () => {
    const { low, high } = intervalDifference(wilson(5, 10), wilson(5, 10), 1);
    assert.ok(Math.abs(low) < 1e-9 && Math.abs(high) < 1e-9);
  });
});
