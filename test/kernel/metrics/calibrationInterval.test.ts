import assert from "node:assert/strict";
import { answersOf } from "../../../kernel/metrics/calibration.js";
import { calibrationInterval } from "../../../kernel/metrics/calibrationInterval.js";
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
