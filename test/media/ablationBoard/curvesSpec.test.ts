import assert from "node:assert/strict";
import { parse, View } from "vega";
import type { ArmPayload } from "../../../kernel/contracts/payloads/ablationBoard.js";
import { lightTheme } from "../../../kernel/figures/theme.js";
import { curvesSpec } from "../../../media/ablationBoard/curvesSpec.js";
import { compileVegaLite } from "../../../media/drawing/vegaLite.js";

const arm = (name: string, runs: readonly (readonly (number | null)[] | undefined)[]): ArmPayload => ({
  ...{ name, weights: [] },
  runs: runs.map((curve, i) => ({ seed: i + 1, state: "finished", curve })),
});
const base = arm("all terms", [
  [0.2, 0.4],
  [0.4, 0.8],
]);

describe("learning curves of an arm beside the base", () => {
  it("count epochs from 1, and leave out those without a figure in their place", () => {
    const other = arm("without energy", [[0.1, null, 0.3], undefined]);
    assert.deepEqual(curvesSpec(base, other, 600, lightTheme).datasets.curves.slice(4), [
      { arm: "without energy", run: "1/0", epoch: 1, uar: 0.1 },
      { arm: "without energy", run: "1/0", epoch: 3, uar: 0.3 },
    ]);
  });

  it("tell runs of one seed in several folds apart", () => {
    const folds = { ...base, runs: base.runs.map((run, fold) => ({ ...run, seed: 7, fold })) };
    const { curves } = curvesSpec(folds, folds, 600, lightTheme).datasets;
    assert.deepEqual([...new Set(curves.map(({ run }) => run))], ["7/0", "7/1"]);
  });

  it("are those of the base alone where the base is opened", () => {
    const spec = curvesSpec(base, base, 600, lightTheme);
    assert.equal(spec.datasets.curves.length, 4);
    assert.equal(spec.description, "UAR by epoch of all terms");
  });

  it("are drawn with a thin line for each run and a thick one for the mean, the arm in the accent colour", async () => {
    const spec = curvesSpec(base, arm("without energy", [[0.1, 0.3]]), 600, lightTheme);
    const view = new View(parse(compileVegaLite(spec)), { renderer: "none" });
    const svg = await view.runAsync().then(() => view.toSVG());
    const lines = [
      ...svg.matchAll(/<path aria-label="([^"]*)"[^>]* stroke="([^"]*)" stroke-width="([^"]*)"/g),
    ];
    const thick = lines.filter(([, , , width]) => width === "2.5");
    assert.equal(lines.length - thick.length, 3, svg);
    assert.deepEqual(
      thick.map(([, , color]) => color),
      [lightTheme.faintInk, lightTheme.accent],
    );
    // mean of the base's first epoch: (0.2 + 0.4) / 2
    assert.match(thick[0][1], /epoch: 1; Mean of uar: 30%/);
  });

  it("are at most 520 px wide, and leave 60 px for the axis", () => {
    const width = (of: number) => curvesSpec(base, base, of, lightTheme).width;
    assert.deepEqual([300, 580, 1400].map(width), [240, 520, 520]);
  });
});
