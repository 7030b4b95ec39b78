import assert from "node:assert/strict";
import { calibrationFigures } from "../../../kernel/metrics/calibrationFigures.js";
import { fixture, fixtureClips } from "./calibrationFixture.js";

describe("the figures of a calibration", () => {
  it("hold the error that NumPy computes, with its bins, clips and interval", () => {
    const { ece, bins, clips, interval } = calibrationFigures(fixtureClips, 0.3);
    assert.ok(Math.abs(ece - fixture.ece) < 1e-9);
    assert.deepEqual([bins.length, clips], [15, 80]);
    assert.ok(interval!.low < ece && ece < interval!.high);
  });

  it("are those of the scaled scores with a temperature", () => {
    // as flat as can be, every confidence is near 1/7, in the third of 15 bins
    const { bins } = calibrationFigures(fixtureClips, 0.3, { temperature: 1000 });
    assert.deepEqual(
      bins.flatMap(({ clips }, index) => (clips > 0 ? [index] : [])),
      [2],
    );
  });
});
