import assert from "node:assert/strict";
import fc from "fast-check";
import { meanRate } from "../../../../../kernel/aen/ablation/statistics/scoredRun.js";

const clips = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: -1, max: 3 })), {
  minLength: 2,
  maxLength: 40,
});
const split = (rows: [boolean, number][]) =>
  [rows.map(([right]) => right), rows.map(([, label]) => label)] as const;

describe("the mean rate of a run", () => {
  it("is the mean of the classes' rates of right answers", () => {
    const { value } = meanRate([true, false, true, true, false], [0, 0, 0, 2, 2]);
    assert.ok(Math.abs(value - (2 / 3 + 1 / 2) / 2) < 1e-12);
  });

  it("with all clips in one class is the share of right answers", () => {
    assert.equal(meanRate([true, false, false, true], [5, 5, 5, 5]).value, 0.5);
  });

  it("leaves clips of a negative class out", () => {
    const { value, influence } = meanRate([true, false, false], [0, 0, -1]);
    assert.deepEqual([value, influence[2]], [0.5, 0]);
  });

  it("has influences that sum to zero within each class", () => {
    fc.assert(
      fc.property(clips, (rows) => {
        const [right, classes] = split(rows);
        fc.pre(classes.some((label) => label >= 0));
        const { influence } = meanRate(right, classes);
        for (const label of new Set(classes)) {
          const sum = influence.reduce(
            (total, value, clip) => total + (classes[clip] === label ? value : 0),
            0,
          );
          assert.ok(Math.abs(sum) < 1e-12);
        }
      }),
    );
  });

  it("has influences whose squares sum to the sampling variance of the mean rate", () => {
    fc.assert(
      fc.property(clips, (rows) => {
        const [right, classes] = split(rows);
        const labels = [...new Set(classes)].filter((label) => label >= 0);
        fc.pre(labels.length > 0);
        const variance = labels.reduce((total, label) => {
          const own = right.filter((_, clip) => classes[clip] === label).map(Number);
          if (own.length < 2) return total;
          const mean = own.reduce((a, b) => a + b) / own.length;
          const sample = own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (own.length - 1);
          return total + sample / own.length;
        }, 0);
        const squares = meanRate(right, classes).influence.reduce((sum, value) => sum + value * value, 0);
        assert.ok(Math.abs(squares - variance / labels.length ** 2) < 1e-12, `${squares}`);
      }),
    );
  });
});
