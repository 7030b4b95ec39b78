import assert from "node:assert/strict";
import { exactPermutation } from "../../../../../kernel/aen/ablation/statistics/exactPermutation.js";
import { Random } from "../../../../../kernel/aen/data/random.js";
import { fromPython, needsPython } from "./peer.js";

const scipyTest = `
import json, sys, numpy as np
from scipy.stats import permutation_test
def p(d):
    test = permutation_test((np.array(d),), lambda x, axis: np.mean(x, axis=axis), permutation_type="samples",
                            vectorized=True, n_resamples=np.inf, alternative="two-sided")
    return float(test.pvalue)
print(json.dumps([p(d) for d in json.load(sys.stdin)]))
`;

describe("exact paired permutation test", () => {
  it("gives what SciPy gives on random differences, ties and zeros among them", function () {
    needsPython(this, "scipy");
    const random = new Random(5, "differences");
    const samples = Array.from({ length: 40 }, (_, sample) =>
      Array.from({ length: 3 + (sample % 9) }, () =>
        sample % 2 ? random.normal() + 0.5 : random.integer(5) - 1,
      ),
    );
    const expected = fromPython<number[]>(scipyTest, samples);
    samples.forEach((sample, index) => {
      assert.ok(Math.abs(exactPermutation(sample).p - expected[index]) < 1e-12, `sample ${index}`);
    });
  });

  it("says that five pairs cannot give less than 1/16", () => {
    assert.deepEqual(exactPermutation([1, 2, 3, 4, 5]), { p: 0.0625, least: 0.0625, exact: true });
  });

  it("draws sign changes where there are too many to try, and stays near the exact value", () => {
    const random = new Random(6, "differences");
    const differences = Array.from({ length: 25 }, () => random.normal() + 0.4);
    const drawn = exactPermutation(differences);
    const normal = Math.abs(differences.reduce((a, b) => a + b)) / Math.hypot(...differences);
    assert.equal(drawn.exact, false);
    assert.ok(drawn.p > 0.0005 && drawn.p < 0.5);
    assert.ok(normal > 1.2, "the differences lean to one side");
  });

  it("says nothing without pairs or without differences", () => {
    assert.equal(exactPermutation([]).p, 1);
    assert.equal(exactPermutation([0, 0, 0]).p, 1);
  });
});
