import assert from "node:assert/strict";
import fc from "fast-check";
import type { ArmPayload, EstimatePayload } from "../../../../kernel/contracts/payloads/ablationBoard.js";
import { ablationEffects } from "../../../../kernel/figures/ablationBoard/ablationEffects.js";
import type { AblationLayout } from "../../../../kernel/figures/ablationBoard/ablationLayout.js";
import { lightTheme } from "../../../../kernel/figures/theme.js";

const layout: AblationLayout = {
  ...{ width: 660, names: 100, dots: 84, narrow: false, plot: 200, plots: [200, 444] },
  ...{ top: 50, rowHeight: 46, dotLine: 20 },
};
const base: ArmPayload = { name: "base", weights: [], runs: [] };
const none: EstimatePayload = { value: null, low: null, high: null };

function armOf(uar: EstimatePayload, sentimentUar?: EstimatePayload, shown = true): ArmPayload {
  const concluded = { shown, verdict: "" };
  const effect = { uar, sentimentUar, groupUar: none, sentiment: concluded, ...concluded };
  return { ...base, name: "arm", effect };
}
const estimate = (value: number, reach: number) => ({ value, low: value - reach, high: value + reach });
const drawn = (arms: readonly ArmPayload[], of = layout) => ablationEffects(arms, of, lightTheme, 300);
const rounded = (values: readonly unknown[]) => values.map((value) => Number((value as number).toFixed(6)));

describe("the differences of arms from the base", () => {
  it("stand on one axis that is as far as the widest interval needs, in round points", () => {
    const { ticks } = drawn([base, armOf(estimate(-0.04, 0.02))]);
    // 6 points at most: 10 to either side, whose names move inwards by 11 pixels
    assert.deepEqual(
      ticks.map(({ x, text }) => [x, text]),
      [
        ...[
          [211, "−10"],
          [300, "0"],
          [389, "+10"],
        ],
        ...[
          [455, "−10"],
          [544, "0"],
          [633, "+10"],
        ],
      ],
    );
    for (const [reach, text] of [
      [0.004, "+1"],
      [0.2, "+20"],
      [0.21, "+30"],
      [0.6, "+100"],
    ] as const) {
      assert.equal(drawn([base, armOf({ value: 0, low: -reach, high: reach })]).ticks[2].text, text);
    }
  });

  it("are dots on their intervals in the row of the arm, one plot for each figure", () => {
    const { values, intervals, figures } = drawn([base, armOf(estimate(-0.04, 0.02), estimate(0.01, 0.02))]);
    const y = 50 + 46 + 20;
    assert.deepEqual(rounded(values.map(({ x }) => x)), [260, 554]);
    assert.deepEqual(rounded(intervals.flatMap(({ x, x2 }) => [x, x2])), [240, 280, 534, 574]);
    for (const datum of [...values, ...intervals]) assert.equal(datum.y, y);
    assert.deepEqual(
      figures.map(({ text }) => text),
      ["−4.0", "+1.0"],
    );
  });

  it("are grey where no difference could be shown, and missing where nothing is known yet", () => {
    const arms = [base, armOf(estimate(0.01, 0.02), none, false), armOf(none), armOf(estimate(0.3, 0.1))];
    const { values, zero } = drawn(arms);
    assert.deepEqual(
      values.map(({ color }) => color),
      [lightTheme.faintInk, lightTheme.accent],
    );
    assert.equal(zero.length, arms.length * 2, "every row has its line of no difference");
  });

  it("leave out the second figure where there is no room for its plot", () => {
    const narrow = { ...layout, plots: [200] };
    assert.equal(drawn([base, armOf(estimate(0.1, 0.1), estimate(0.1, 0.1))], narrow).values.length, 1);
  });

  it("never leave their plot", () => {
    const rate = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(rate, rate, rate, (low, value, high) => {
        const { values, intervals } = drawn([base, armOf({ low, value, high })]);
        const places = [values[0].x, intervals[0].x, intervals[0].x2] as number[];
        assert.ok(
          places.every((x) => x >= 200 && x <= 400),
          places.join(),
        );
      }),
    );
  });
});
