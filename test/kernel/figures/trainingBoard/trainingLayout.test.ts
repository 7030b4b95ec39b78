import assert from "node:assert/strict";
import { axisRoom } from "../../../../kernel/figures/trainingBoard/chartStyle.js";
import { columnGap, trainingLayout } from "../../../../kernel/figures/trainingBoard/trainingLayout.js";

const at = (width: number, smallCharts = 7, hasRates = true) =>
  trainingLayout({ width, smallCharts, hasRates });

describe("the layout of a training board", () => {
  it("has two columns of small charts from 444 pixels up, and one where there is no room for two", () => {
    assert.equal(at(320).columns.length, 1);
    for (const width of [440, 560, 640]) assert.equal(at(width).columns.length, 2, `${width} px`);
    assert.equal(at(1600).columns.length, 4);
  });

  it("has every chart once, in columns that differ by one chart at most", () => {
    for (const width of [320, 444, 800, 1100, 1600])
      for (const charts of [1, 2, 3, 7, 10, 13]) {
        const { columns } = at(width, charts);
        assert.equal(
          columns.reduce((sum, one) => sum + one, 0),
          charts,
          `${charts} at ${width} px`,
        );
        assert.ok(Math.max(...columns) - Math.min(...columns) <= 1);
      }
  });

  it("fills its width and never passes it", () => {
    for (const width of [444, 560, 640, 800, 1100, 1600]) {
      const { columns, small, rates, beside } = at(width);
      const losses = columns.length * (small.width + axisRoom) + (columns.length - 1) * columnGap;
      const whole = beside ? losses + columnGap + axisRoom + rates!.width : losses;
      assert.ok(whole <= width - 8 && whole > width - 20, `${whole} of ${width} px`);
      if (!beside) assert.ok(rates!.width + axisRoom <= width - 8);
    }
  });

  it("has no place for a validation that there is none of", () => {
    assert.equal(at(800, 7, false).rates, null);
    assert.ok(at(800, 7, false).wide > at(800).wide);
  });
});
