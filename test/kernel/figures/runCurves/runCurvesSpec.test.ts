import assert from "node:assert/strict";
import type { RunCurve } from "../../../../kernel/contracts/recordPage.js";
import { renderSvg } from "../../../../kernel/figures/drawing/svg.js";
import { runCurvesSpec } from "../../../../kernel/figures/runCurves/runCurvesSpec.js";
import { darkTheme, lightTheme } from "../../../../kernel/figures/theme.js";
import { luminance } from "../../../../kernel/figures/emotionColors.js";

const words = { uar: "UAR of validation", loss: "Loss", epoch: "epoch" };
const run = (name: string, uar: (number | null)[]): RunCurve => ({
  name,
  epochs: uar.map((rate, index) => ({ epoch: index + 1, uar: rate, loss: 2 - index / 10 })),
});
const nine = Array.from({ length: 9 }, (_, index) => run(`run ${index}`, [0.1, 0.2 + index / 20]));

describe("the curves of several runs", () => {
  it("lie over each other in two charts, with every run in the legend", async () => {
    const svg = await renderSvg(
      runCurvesSpec({ runs: nine.slice(0, 3), words, width: 700, theme: lightTheme }),
    );
    for (const text of ["UAR of validation", "Loss", "run 0", "run 1", "run 2"])
      assert.ok(svg.includes(`>${text}<`), text);
  });

  it("leave out the chart of rates where no run was validated, and points where there is no figure", () => {
    const titles = (runs: RunCurve[]) =>
      (
        runCurvesSpec({ runs, words, width: 700, theme: lightTheme }).vconcat as { title: { text: string } }[]
      ).map(({ title }) => title.text);
    assert.deepEqual(titles([run("a", [null, null])]), ["Loss"]);
    assert.deepEqual(titles([run("a", [null, 0.4])]), ["UAR of validation", "Loss"]);
  });

  for (const theme of [lightTheme, darkTheme])
    it(`differ in colour or dash, and are seen on ${theme.name} paper`, () => {
      const spec = runCurvesSpec({ runs: nine, words, width: 700, theme }) as never as {
        vconcat: {
          encoding: { color: { scale: { range: string[] } }; strokeDash: { scale: { range: unknown[] } } };
        }[];
      };
      const { color, strokeDash } = spec.vconcat[0].encoding;
      const looks = color.scale.range.map((one, index) =>
        JSON.stringify([one, strokeDash.scale.range[index]]),
      );
      assert.equal(new Set(looks).size, 9);
      const contrast = (one: string, other: string) => {
        const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (lighter + 0.05) / (darker + 0.05);
      };
      for (const one of color.scale.range) assert.ok(contrast(one, theme.paper) >= 3, one);
    });
});
