import assert from "node:assert/strict";
import type { ComparedFigure } from "../../../../kernel/aen/ablation/comparedFigure.js";
import { points, verdictOf, verdictSentence } from "../../../../kernel/aen/ablation/verdict.js";

/** A difference of 3 points that five seeds show beyond doubt. */
const shown: ComparedFigure = {
  ...{ mean: 0.03, low: 0.01, high: 0.05, standardError: 0.01, degreesOfFreedom: 4, pairs: 5 },
  ...{ p: 0.004, arms: 5, people: null },
};

describe("a verdict on an arm", () => {
  it("is better or worse where p, which is that of all arms together, is below 5 %", () => {
    assert.equal(verdictOf(shown), "better");
    assert.equal(verdictOf({ ...shown, mean: -0.03 }), "worse");
    assert.equal(verdictOf({ ...shown, p: 0.0499 }), "better");
    assert.equal(verdictOf({ ...shown, p: 0.0501 }), "no difference shown");
  });

  it("is none from one person, however many seeds", () => {
    assert.equal(verdictOf({ ...shown, people: 1 }), "too few runs");
    assert.match(
      verdictSentence({ ...shown, people: 1 }, "UAR"),
      /^nothing can be said from a single person/,
    );
  });

  it("is none with fewer than two pairs", () => {
    for (const pairs of [0, 1]) assert.equal(verdictOf({ ...shown, pairs }), "too few runs");
    assert.equal(verdictOf({ ...shown, pairs: 2 }), "better");
  });
});

describe("a verdict as a sentence", () => {
  const sentence = (change: Partial<ComparedFigure>) => verdictSentence({ ...shown, ...change }, "UAR");

  it("gives the difference with its interval and its seeds, and p where something was shown", () => {
    assert.equal(
      sentence({}),
      "better: +3.0 points UAR, 95 % interval +1.0 to +5.0 for all 5 arms together, 5 seeds, p = 0.004",
    );
    assert.match(sentence({ p: 0.0009 }), /, p < 0\.001$/);
    assert.equal(
      sentence({ mean: -0.004, low: -0.019, high: 0.01, p: 0.6, arms: 1, people: 12 }),
      "no difference could be shown: -0.4 points UAR, 95 % interval -1.9 to +1.0, 5 seeds, 12 people",
    );
  });

  it("promises nothing from one seed or none", () => {
    assert.match(
      sentence({ pairs: 1 }),
      /^nothing can be said from a single seed: \+3\.0 points UAR; give it at least 5/,
    );
    assert.match(sentence({ pairs: 0 }), /^nothing can be said yet/);
  });
});

describe("points", () => {
  it("have a sign, except for what rounds to 0", () => {
    const texts = [0.0123, -0.004, 0.0004, -0.0004, 0, 1].map(points);
    assert.deepEqual(texts, ["+1.2", "-0.4", "0.0", "0.0", "0.0", "+100.0"]);
  });
});
