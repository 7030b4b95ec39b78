import assert from "node:assert/strict";
import { dunnettQuantile, dunnettTail } from "../../../../../kernel/aen/ablation/statistics/dunnett.js";

/**
 * Integrated with SciPy 1.x: quad over chi.pdf(s) of 1 - quad over norm.pdf(z) of
 * (norm.cdf((t s - z/sqrt 2) sqrt 2) - norm.cdf((-t s - z/sqrt 2) sqrt 2)) ** arms. `[t, arms, degrees, tail]`
 */
const bySciPy = [
  [2.5, 5, 4, 0.191288680095682],
  [3, 5, 20, 0.028607289349487197],
  [4, 3, 2, 0.1083482084458044],
  [2.9, 5, 10, 0.05786097212887442],
  [2.5, 10, 100, 0.09643237208969847],
  [6, 5, 4, 0.0123627057278544],
  [12, 5, 1, 0.0964416502725753],
];

describe("Dunnett's distribution", () => {
  for (const [t, arms, degrees, tail] of bySciPy) {
    it(`is SciPy's integral at t ${t}, ${arms} arms and ${degrees} degrees of freedom`, () => {
      assert.ok(Math.abs(dunnettTail(t, arms, degrees) - tail) < 1e-4);
    });
  }

  it("has the two-sided 5 % points of the published table: 5 arms, 20 degrees and infinitely many", () => {
    assert.equal(dunnettQuantile(0.05, 5, 20).toFixed(2), "2.73");
    assert.equal(dunnettQuantile(0.05, 5, Infinity).toFixed(2), "2.51");
  });

  it("is Student's with one arm, and its quantile undoes its tail", () => {
    assert.ok(Math.abs(dunnettTail(2.776445, 1, 4) - 0.05) < 1e-6);
    for (const degrees of [1, 1.7, 4, 30, 1e7])
      for (const arms of [1, 2, 5, 20])
        assert.ok(Math.abs(dunnettTail(dunnettQuantile(0.05, arms, degrees), arms, degrees) - 0.05) < 1e-4);
  });
});
