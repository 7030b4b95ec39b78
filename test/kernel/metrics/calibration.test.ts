import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  answersOf,
  calibrationBins,
  expectedCalibrationError,
  type Answer,
} from "../../../kernel/metrics/calibration.js";

/** Numbers of numpy, written by calibration.py. */
interface Fixture {
  readonly logits: readonly (readonly number[])[];
  readonly labels: readonly number[];
  readonly clips: readonly number[];
  readonly ece: number;
}

const fixture = JSON.parse(readFileSync(new URL("./calibration.json", import.meta.url), "utf8")) as Fixture;
const given = fixture.logits.map((logits, i) => ({
  ...{ label: fixture.labels[i] as number | null, clip: logits, emotion: logits, sentiment: [] },
}));
const answer = (confidence: number, right: boolean): Answer => ({ confidence, right });

describe("calibration", () => {
  it("has the bins and the error that numpy computes", () => {
    const bins = calibrationBins(answersOf(given, 0.3));
    const counts = bins.map(({ clips }) => clips);
    assert.deepEqual(counts, fixture.clips);
    assert.ok(Math.abs(expectedCalibrationError(bins) - fixture.ece) < 1e-9);
  });

  it("counts a confidence on the edge in the bin below, and certainty in the last", () => {
    const bins = calibrationBins(
      [answer(0.5, true), answer(0.5000001, false), answer(1 + Number.EPSILON, true)],
      2,
    );
    assert.deepEqual(
      bins.map(({ from, to, clips, accuracy }) => [from, to, clips, accuracy]),
      [
        [0, 0.5, 1, 1],
        [0.5, 1, 2, 0.5],
      ],
    );
  });

  it("is without error where each bin is right as often as it is sure", () => {
    const quarters = [true, true, true, false].map((right) => answer(0.75, right));
    assert.equal(expectedCalibrationError(calibrationBins(quarters)), 0);
    const sure = [true, false].map((right) => answer(1, right));
    assert.equal(expectedCalibrationError(calibrationBins(sure)), 0.5);
  });

  it("leaves out clips without a label or a finite score; without any clip there is no error to tell", () => {
    const [first] = given;
    const left = [
      { ...first, label: null },
      { ...first, clip: first.clip.map(() => NaN) },
    ];
    assert.deepEqual(answersOf(left, 0.3), []);
    assert.ok(Number.isNaN(expectedCalibrationError(calibrationBins([]))));
  });

  it("refuses what is not a count of bins", () => {
    for (const bins of [0, -1, 1.5, NaN])
      assert.throws(() => calibrationBins([], bins), { name: "RangeError", message: /positive integer/ });
  });
});
