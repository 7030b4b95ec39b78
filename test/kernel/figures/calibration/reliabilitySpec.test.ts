import assert from "node:assert/strict";
import { reliabilitySpec } from "../../../../kernel/figures/calibration/reliabilitySpec.js";
import { renderSvg } from "../../../../kernel/figures/drawing/svg.js";
import { darkTheme, highContrastTheme, lightTheme } from "../../../../kernel/figures/theme.js";
import { scaledReport } from "./reports.js";

const { figures, scaled } = scaledReport;
const panels = [
  { title: "unscaled", figures },
  { title: "scaled", figures: scaled!.figures },
];

describe("the drawing of reliability diagrams", () => {
  it("has a diagonal for each diagram and one in the key, where the line of right answers is, too, and one set of ticks at the side", () => {
    for (const shown of [panels.slice(0, 1), panels]) {
      const spec = reliabilitySpec({ panels: shown, width: 560, theme: lightTheme, description: "" });
      assert.equal(spec.datasets.diagonal.length, shown.length + 1);
      const [firstSwatch] = spec.datasets.swatches;
      assert.ok(spec.datasets.right.some(({ x, y }) => x === firstSwatch.x && y === firstSwatch.y));
      assert.equal(spec.datasets.sideTicks.length, 7);
      assert.equal(spec.datasets.ticks.length, 6 * shown.length);
    }
  });

  it("stays within its picture in every theme and width, and names titles and colours", async () => {
    for (const theme of [lightTheme, darkTheme, highContrastTheme])
      for (const width of [560, 800]) {
        const spec = reliabilitySpec({ panels, width, theme, description: "" });
        const all = spec.width as number;
        for (const { x, x2 = x } of Object.values(spec.datasets).flat())
          assert.ok((x as number) >= 0 && (x2 as number) <= all, JSON.stringify({ x, x2, all }));
        const svg = await renderSvg(spec);
        for (const words of ["unscaled", "scaled", "surer than right", "as sure as right", "confidence, %"])
          assert.ok(svg.includes(`>${words}<`), words);
      }
  });
});
