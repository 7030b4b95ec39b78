import assert from "node:assert/strict";
import {
  answersOf,
  calibrationBins,
  expectedCalibrationError,
  type Answer,
} from "../../../kernel/metrics/calibration.js";
import { fixture, fixtureClips } from "./calibrationFixture.js";

const given = fixtureClips;
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

  it("divides the scores by a temperature, which changes no answer", () => {
    const scores = [Math.log(0.8), Math.log(0.2)];
    const clip = { label: 0, clip: scores, emotion: scores, sentiment: [], person: 3 };
    // by hand: the root of 0.8 over the roots of 0.8 and 0.2 is 2 to 1
    const [{ confidence, right, person }] = answersOf([clip], 0.3, 2);
    assert.ok(Math.abs(confidence - 2 / 3) < 1e-12, String(confidence));
    assert.deepEqual([right, person], [true, 3]);
  });

  it("refuses what is not a count of bins", () => {
    for (const bins of [0, -1, 1.5, NaN])
      assert.throws(() => calibrationBins([], bins), { name: "RangeError", message: /positive integer/ });
  });
});
