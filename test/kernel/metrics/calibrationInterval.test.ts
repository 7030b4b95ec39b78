import assert from "node:assert/strict";
import { answersOf } from "../../../kernel/metrics/calibration.js";
import { calibrationInterval } from "../../../kernel/metrics/calibrationInterval.js";
import { Random } from "../../../kernel/random/random.js";
import { calibrationCoverage } from "./simulatedCalibration.js";
import { fixture, fixtureClips } from "./calibrationFixture.js";

const ofPeople = fixtureClips.map((clip, i) => ({ ...clip, person: fixture.people[i] }));
const right = { confidence: 0.8, right: true };

describe("the interval of the expected calibration error", () => {
  for (const [what, clips, wanted, people] of [
    ["clips", fixtureClips, fixture.byClips, null],
    ["people", ofPeople, fixture.byPeople, 12],
  ] as const) {
    it(`is that of 100,000 resamples of ${what} that NumPy drew`, () => {
      const trust = calibrationInterval(answersOf(clips, 0.3), 15);
      assert.equal(trust.people, people);
      assert.equal(trust.noInterval, null);
      const { low, high } = trust.interval!;
      const found = { low, high, debiased: trust.debiased };
      // 2,000 resamples: an end's standard error is about 0.003
      for (const end of ["low", "high", "debiased"] as const)
        assert.ok(Math.abs(found[end] - wanted[end]) < 0.012, `${end}: ${found[end]}, NumPy ${wanted[end]}`);
    });
  }

  it("is the same for a seed, hardly another for another seed, and wider for a higher level", () => {
    const answers = answersOf(ofPeople, 0.3);
    const ends = (options = {}) => calibrationInterval(answers, 15, options).interval!;
    assert.deepEqual(ends({ seed: 4 }), ends({ seed: 4 }));
    assert.notDeepEqual(ends({ seed: 4 }), ends({ seed: 5 }));
    assert.ok(Math.abs(ends({ seed: 4 }).high - ends({ seed: 5 }).high) < 0.02);
    const wide = ends({ level: 0.99 });
    assert.ok(wide.low <= ends().low && wide.high > ends().high);
  });

  it("starts at 0 where chance alone gives such an error, which the debiased error takes off", () => {
    const calibrated = Array.from({ length: 60 }, (_, i) => ({ confidence: 0.75, right: i % 4 > 0 }));
    const { interval, debiased } = calibrationInterval(calibrated, 15);
    assert.deepEqual([interval!.low, debiased], [0, 0]);
    assert.ok(interval!.high > 0.02 && interval!.high < 0.2, String(interval!.high));
  });

  it("holds what the next clip could show where all answers are right, or all are wrong", () => {
    const sure = Array.from({ length: 20 }, () => ({ confidence: 0.97, right: true }));
    const { low, high } = calibrationInterval(sure, 15).interval!;
    // Clopper and Pearson: of 20 right answers the accuracy is at least 0.025 ** (1 / 20) = 83.2 %
    assert.ok(low === 0 && Math.abs(high - (0.97 - 0.832)) < 0.03, `${low} to ${high}`);
    const wrong = sure.map(() => ({ confidence: 0.3, right: false }));
    assert.ok(calibrationInterval(wrong, 15).interval!.low < 0.3 - 0.12);
  });

  it("holds the true error in at least 95 % of samples where nearly all answers are right", () => {
    for (const [clips, confidence, right] of [
      [5, 0.97, 0.9],
      [20, 0.99, 0.95],
    ]) // prettier-ignore
    {
      const held = calibrationCoverage({ clips, confidence, right }, 100, new Random(3, clips));
      assert.ok(held >= 0.95, `${clips} clips: ${held}`);
    }
  });

  it("is of the people that are named, although one clip names no one", () => {
    const answers = answersOf(ofPeople, 0.3);
    const { person: _, ...nameless } = answers[0];
    const trust = calibrationInterval([nameless, ...answers.slice(1)], 15);
    assert.deepEqual([trust.people, trust.nameless], [13, 1]);
  });

  it("is missing for fewer than two people or clips, and says why", () => {
    const reasons = [[], [right], [right, right].map((answer) => ({ ...answer, person: 0 }))].map(
      (answers) => {
        const { interval, debiased, noInterval } = calibrationInterval(answers, 15);
        assert.equal(interval, null);
        assert.ok(Number.isNaN(debiased));
        return noInterval;
      },
    );
    assert.deepEqual(reasons, [
      "No interval: no clip has both a label and a finite score.",
      "No interval: one clip says nothing about others; evaluate more.",
      "No interval: one person says nothing about others; evaluate more people.",
    ]);
  });
});
