import assert from "node:assert/strict";
import { fitTemperature, temperatureBounds } from "../../../kernel/metrics/temperature.js";
import { fixture, fixtureClips } from "./calibrationFixture.js";

const clip = (label: number | null, scores: readonly number[]) => ({
  ...{ label, clip: scores, emotion: scores, sentiment: [] },
});

describe("a temperature fitted to clips", () => {
  it("is the one that SciPy's bounded minimisation finds, with its likelihoods", () => {
    const clips = fixtureClips.map((each, i) => ({ ...each, label: fixture.likelyLabels[i] }));
    const fit = fitTemperature(clips, 0.3);
    assert.ok(Math.abs(fit.value - fixture.temperature) < 2e-6, String(fit.value));
    assert.ok(Math.abs(fit.nllUnscaled - fixture.nllUnscaled) < 1e-8);
    assert.ok(Math.abs(fit.nll - fixture.nll) < 1e-8);
    assert.deepEqual([fit.bound, fit.clips], [null, 80]);
  });

  it("is what hand computation gives for two emotions: three of four right with odds of 9 to 1", () => {
    // the likeliest share is 3/4, odds of 3: 9 to the power of 1/T is 3 for T = 2
    const scores = [Math.log(0.9), Math.log(0.1)];
    const { value, nll } = fitTemperature(
      [0, 0, 0, 1].map((label) => clip(label, scores)),
      0.3,
    );
    assert.ok(Math.abs(value - 2) < 1e-9, String(value));
    assert.ok(Math.abs(nll + 0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)) < 1e-12);
  });

  it("fits the fused scores of the beta", () => {
    const heads = (label: number) => ({
      ...{
        label,
        sentiment: [],
        clip: [Math.log(0.9), Math.log(0.1)],
        emotion: [Math.log(0.5), Math.log(0.5)],
      },
    });
    const clips = [0, 0, 0, 1].map(heads);
    // half the clip head has odds of 3, which are those of three in four
    assert.ok(Math.abs(fitTemperature(clips, 0.5).value - 1) < 1e-9);
    assert.ok(Math.abs(fitTemperature(clips, 1).value - 2) < 1e-9);
  });

  it("ends at a bound where all clips are right, or all sure ones wrong, and says so", () => {
    const sure = [0, -800];
    for (const scores of [sure, [Math.log(0.9), Math.log(0.1)]]) {
      const { value, bound } = fitTemperature([clip(0, scores), clip(0, scores)], 0.3);
      assert.deepEqual([value, bound], [temperatureBounds.lowest, "lowest"]);
    }
    const wrong = fitTemperature([clip(1, sure)], 0.3);
    assert.deepEqual([wrong.value, wrong.bound], [temperatureBounds.highest, "highest"]);
    assert.ok(Number.isFinite(wrong.nllUnscaled) && wrong.nll < wrong.nllUnscaled);
  });

  it("stays at 1 where every temperature is as likely", () => {
    const { value, bound } = fitTemperature([clip(0, [-1, -1])], 0.3);
    assert.deepEqual([value, bound], [1, null]);
  });

  it("needs a clip with a label and finite scores", () => {
    for (const clips of [[], [clip(null, [0, -1])], [clip(0, [0, NaN])]])
      assert.throws(() => fitTemperature(clips, 0.3), { name: "RangeError", message: /evaluate labelled/ });
  });
});
