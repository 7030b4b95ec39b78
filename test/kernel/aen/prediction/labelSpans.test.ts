import assert from "node:assert/strict";
import fc from "fast-check";
import { endOf, labelSpans } from "../../../../kernel/aen/prediction/labelSpans.js";

describe("labels of frames as spans", () => {
  it("join equal neighbours, and leave gaps where there is no label", () => {
    const spans = labelSpans(["a", "a", null, "a", "b"], [0, 0.04, 0.08, 0.12, 0.16], 0.2);
    assert.deepEqual(spans, [
      { from: 0, to: 80, label: "a" },
      { from: 120, to: 160, label: "a" },
      { from: 160, to: 200, label: "b" },
    ]);
  });

  it("follow the true times of frames at a variable rate", () => {
    const spans = labelSpans(["a", "b", "a"], [0, 0.5, 0.5334], endOf([0, 0.5, 0.5334], 10));
    assert.deepEqual(
      spans.map(({ from, to }) => [from, to]),
      [
        [0, 500],
        [500, 533],
        [533, 633],
      ],
    );
  });

  it("hold the time of every one of their frames, exact or rounded either way, and of no other", () => {
    const rates = fc.constantFrom(1001 / 30000, 1001 / 24000, 1 / 25, 1 / 60, 1 / 240);
    fc.assert(
      fc.property(rates, fc.integer({ min: 0, max: 500_000 }), (tick, first) => {
        const times = [0, 1, 2, 3, 4].map((frame) => (first + frame) * tick);
        const spans = labelSpans(["0", "1", "2", "3", "4"], times, (first + 5) * tick);
        times.forEach((time, frame) => {
          const exact = time * 1000;
          for (const at of [
            exact + 1e-5,
            Math.floor(exact + 1e-6),
            Math.round(exact),
            Math.ceil(exact - 1e-6),
          ]) {
            const holding = spans.filter(({ from, to }) => from <= at && at < to);
            assert.deepEqual(holding.map(({ label }) => label), [String(frame)]); // prettier-ignore
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  it("mean 1001 ms by 1.001 s, which is a little less in floating point", () => {
    assert.ok(1.001 * 1000 < 1001);
    assert.deepEqual(labelSpans(["a"], [1.001], 1.5), [{ from: 1001, to: 1500, label: "a" }]);
  });

  it("leave out frames without a whole millisecond or without a time, and times that go back", () => {
    const timeless = labelSpans(["a", "b", "c"], [0, NaN, 1], 2);
    assert.deepEqual(timeless, [{ from: 1000, to: 2000, label: "c" }]);
    assert.deepEqual(labelSpans(["a", "b", "c"], [0, 0.0002, 0.0004], 0.002), [
      { from: 0, to: 2, label: "c" },
    ]);
    assert.deepEqual(labelSpans(["a", "b"], [1, 0.5], 2), [{ from: 500, to: 2000, label: "b" }]);
  });

  it("end with the mean time between frames, or at 25 a second where no rate is known", () => {
    assert.equal(endOf([0, 0.1], 10), 0.2);
    assert.equal(endOf([1], null), 1.04);
  });
});
