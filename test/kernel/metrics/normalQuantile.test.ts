import assert from "node:assert/strict";
import { normalQuantile } from "../../../kernel/metrics/normalQuantile.js";

/** scipy.stats.norm.ppf */
const bySciPy = [
  [0.0001, -3.719016485455709],
  [0.02, -2.053748910631823],
  [0.3, -0.5244005127080409],
  [0.9, 1.2815515655446004],
  [0.975, 1.959963984540054],
  [0.995, 2.5758293035489004],
];

describe("the normal quantile", () => {
  it("is SciPy's", () => {
    for (const [probability, quantile] of bySciPy)
      assert.ok(Math.abs(normalQuantile(probability) - quantile) < 1e-8, String(probability));
    assert.ok(Math.abs(normalQuantile(0.5)) < 1e-12);
  });
});
