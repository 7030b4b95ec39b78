import assert from "node:assert/strict";
import { withRelativeLines } from "../../../../kernel/figures/drawing/svgLines.js";

const relative = (d: string) => /d="([^"]*)"/.exec(withRelativeLines(`<path d="${d}" fill="none"/>`))![1];

describe("a line in an SVG", () => {
  it("has its points relative to each other", () => {
    assert.equal(relative("M44,3.2L88,3.3L132,4.4L131.5,0"), "M44,3.2l44 .1 44 1.1-.5-4.4");
    assert.equal(relative("M0,0L10,0L10,-10Z"), "M0,0l10 0 0-10z");
  });

  it("ends where it ended, however many points it has", () => {
    const points = Array.from({ length: 300 }, (_, i) => [i / 10, Math.round(1000 * Math.sin(i)) / 10]);
    const steps = relative(`M${points.map((point) => point.join(",")).join("L")}`).split("l")[1];
    const numbers = steps.match(/-?(?:\d+(?:\.\d)?|\.\d)/g)!.map(Number);
    const end = [0, 1].map((axis) =>
      numbers.reduce((sum, step, i) => (i % 2 === axis ? sum + step : sum), 0),
    );
    assert.equal(numbers.length, 598);
    for (const axis of [0, 1]) assert.ok(Math.abs(points[0][axis] + end[axis] - points[299][axis]) < 1e-6);
  });

  it("stays as it is with curves, gaps or a single side", () => {
    for (const d of ["M0,0L5,5", "M0,0C1,1,2,2,3,3L4,4L5,5", "M0,0L1,1L2,2M3,3L4,4", "M1,2h3v4h-3Z"])
      assert.equal(relative(d), d);
  });
});
