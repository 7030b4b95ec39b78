import assert from "node:assert/strict";
import { calibrationBundle } from "../../../../kernel/figures/bundles/calibration.js";
import { calibrationLines } from "../../../../kernel/figures/calibration/calibrationText.js";
import { calibrationFigures } from "../../../../kernel/metrics/calibrationFigures.js";
import { plainReport, scaledReport } from "../calibration/reports.js";

describe("all forms of a calibration", () => {
  for (const [what, report] of Object.entries({ plain: plainReport, scaled: scaledReport })) {
    it(`${what}: a picture with uncut captions and a text alternative, and a table`, async () => {
      const bundle = await calibrationBundle(report);
      assert.deepEqual(Object.keys(bundle), [
        "application/vnd.vegalite.v5+json",
        "image/svg+xml",
        "text/plain",
      ]);
      const svg = bundle["image/svg+xml"] as string;
      assert.match(
        svg,
        /^<svg role="img" [^>]*><title>Calibration[^<]*<\/title><desc>Expected[^<]*: \d+ clips/,
      );
      for (const line of calibrationLines(report)) {
        assert.ok(svg.includes(`>${line}</text>`), line);
        assert.ok((bundle["text/plain"] as string).includes(line), line);
      }
      const sizes = [...svg.matchAll(/font-size="([\d.]+)px"/g)].map(([, size]) => Number(size));
      assert.ok(svg.match(/<text/g)!.length > 20 && Math.min(...sizes) >= 11);
    });
  }

  it("are text alone where no clip can be counted", async () => {
    const bundle = await calibrationBundle({ figures: calibrationFigures([], 0.3), scaled: null });
    assert.deepEqual(Object.keys(bundle), ["text/plain"]);
  });
});
