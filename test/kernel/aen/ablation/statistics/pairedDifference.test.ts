import assert from "node:assert/strict";
import {
  pairedDifference,
  pooledSeeds,
} from "../../../../../kernel/aen/ablation/statistics/pairedDifference.js";
import { meanRate } from "../../../../../kernel/aen/ablation/statistics/scoredRun.js";
import { Random } from "../../../../../kernel/random/random.js";
import { fromPython, needsPython } from "./peer.js";

/** The mixed-model analysis of variance of Dorfman, Berbaum and Metz with Hillis' degrees of freedom. */
const byAnalysisOfVariance = `
import json, sys, warnings, numpy as np, pandas as pd
from scipy.stats import t
import statsmodels.api as sm
from statsmodels.formula.api import ols
warnings.filterwarnings("ignore")
def analyse(sample):
    d = np.array(sample["arm"], float) - np.array(sample["base"], float)
    seeds, clips = d.shape
    frame = pd.DataFrame([(s, c, d[s, c]) for s in range(seeds) for c in range(clips)], columns=["seed", "clip", "d"])
    table = sm.stats.anova_lm(ols("d ~ C(seed) + C(clip)", frame).fit())
    seed, clip, rest = table["mean_sq"]
    rest = max(rest, 0)
    seed, clip = max(seed, rest), max(clip, rest, 2 * seeds / clips)
    total = seed + clip - rest
    se = np.sqrt(total / (seeds * clips))
    df = total ** 2 / (seed ** 2 / (seeds - 1) + clip ** 2 / (clips - 1))
    margin = t.ppf(0.975, df) * se
    return [d.mean(), se, df, d.mean() - margin, d.mean() + margin, 2 * t.sf(abs(d.mean()) / se, df)]
print(json.dumps([analyse(sample) for sample in json.load(sys.stdin)]))
`;

describe("paired difference over seeds and clips", () => {
  it("is, for WAR, the analysis of variance of multi-reader studies as statsmodels and SciPy give it", function () {
    needsPython(this, "scipy", "statsmodels", "pandas");
    const random = new Random(3, "runs");
    const samples = Array.from({ length: 12 }, (_, sample) => {
      const ease = Array.from({ length: 12 + 3 * sample }, () => random.normal());
      const run = (ability: number) => ease.map((value) => value + ability + random.normal() > 0);
      const runs = (ability: number) => Array.from({ length: 5 + (sample % 3) }, () => run(ability));
      return { arm: runs(0.2 * (sample % 4)), base: runs(0) };
    });
    const expected = fromPython<number[][]>(byAnalysisOfVariance, samples);
    samples.forEach(({ arm, base }, index) => {
      const score = (right: boolean[]) =>
        meanRate(
          right,
          right.map(() => 0),
        );
      const ours = pairedDifference({ arm: arm.map(score), base: base.map(score) });
      const values = [ours.mean, ours.standardError, ours.degreesOfFreedom, ours.low, ours.high, ours.p];
      values.forEach((value, i) => {
        const tolerance = 1e-6 * Math.max(1, Math.abs(expected[index][i]));
        assert.ok(
          Math.abs(value - expected[index][i]) < tolerance,
          `sample ${index}, ${i}: ${value}, ${expected[index][i]}`,
        );
      });
    });
  });

  it("is sure of nothing with one pair, and of little where runs are equal", () => {
    const run = meanRate([true, false, true], [0, 0, 1]);
    assert.deepEqual(pairedDifference({ arm: [run], base: [run] }).p, 1);
    const none = pairedDifference({ arm: [run, run], base: [run, run] });
    assert.deepEqual([none.mean, none.p], [0, 1]);
    assert.ok(none.low < -0.2 && none.high > 0.2);
  });

  it("has an interval of some width where all seeds differ alike, at 0 and 100 %, with ties and single clips", () => {
    const classes = [0, 0, 0, 1, 1, 2];
    const patterns = [
      [0, 0, 0, 0, 0, 0],
      [1, 1, 1, 1, 1, 1],
      [1, 0, 1, 0, 1, 0],
      [0, 0, 0, 0, 0, 1],
    ];
    const scored = patterns.map((right) => meanRate(right.map(Boolean), classes));
    for (const arm of scored) {
      for (const base of scored) {
        for (const seeds of [2, 3, 5]) {
          const times = <T>(value: T) => new Array<T>(seeds).fill(value);
          const { low, high, p } = pairedDifference({ arm: times(arm), base: times(base) });
          assert.ok(high - low > 0.05, `${low} to ${high}`);
          assert.equal(p < 0.05, low > 0 || high < 0);
        }
      }
    }
  });

  it("says nothing from one person", () => {
    const run = (right: boolean) => meanRate([right, true, true], [0, 0, 0]);
    const pairs = { arm: [run(true), run(true)], base: [run(false), run(false)] };
    const { low, high, p } = pairedDifference(pairs, { people: [0, 0, 0] });
    assert.deepEqual([low, high, p], [-1, 1, 1]);
  });
});

describe("the spread of seeds over all arms", () => {
  it("is twice the interaction's mean square, base included, as in an analysis of variance of two ways", () => {
    // By hand: rows 0 0 0, -1 0 1 and 1 0 -1; the seeds' means are 0, so the rows' squares sum to 4 over 4 degrees.
    const pooled = pooledSeeds([
      [1, 2, 3],
      [3, 2, 1],
    ])!;
    assert.deepEqual([pooled.variance, pooled.degrees], [2, 4]);
  });

  it("is none from one arm, or one seed, or unequal numbers of seeds", () => {
    for (const values of [
      [],
      [[1, 2]],
      [[1], [2]],
      [
        [1, 2],
        [1, 2, 3],
      ],
    ])
      assert.equal(pooledSeeds(values), null);
  });
});
