import assert from "node:assert/strict";
import { studentQuantile } from "../../../kernel/metrics/studentQuantile.js";

/** scipy.stats.t.ppf(1 - probability / 2, degrees): `[probability, degrees, t]` */
const bySciPy = [
  [0.05, 1, 12.706205],
  [0.05, 2, 4.302653],
  [0.05, 3, 3.182446],
  [0.1, 4, 2.131847],
  [0.05, 5, 2.570582],
  [0.01, 9, 3.249836],
  [0.05, 19, 2.093024],
  [0.5, 49, 0.67953],
  [0.05, 299, 1.96793],
  [0.05, Infinity, 1.959964],
];

describe("the quantile of Student's t", () => {
  for (const [probability, degrees, t] of bySciPy) {
    it(`is SciPy's at ${probability} and ${degrees} degrees of freedom`, () => {
      assert.ok(Math.abs(studentQuantile(probability, degrees) - t) < 2e-5);
    });
  }
});
