import assert from "node:assert/strict";
import { pairedDifference } from "../../../../../kernel/aen/ablation/statistics/pairedDifference.js";
import { meanRate } from "../../../../../kernel/aen/ablation/statistics/scoredRun.js";
import { Random } from "../../../../../kernel/aen/data/random.js";
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
    more = max(clip - rest, 0)
    se = np.sqrt((seed + more) / (seeds * clips))
    df = (seed + more) ** 2 / (seed ** 2 / (seeds - 1))
    margin = t.ppf(0.975, df) * se
    return [d.mean(), se, df, d.mean() - margin, d.mean() + margin, 2 * t.sf(abs(d.mean()) / se, seeds - 1)]
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
      const ours = pairedDifference(arm.map(score), base.map(score));
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

  it("is sure of nothing with one pair and finds no difference between equal runs", () => {
    const run = meanRate([true, false, true], [0, 0, 1]);
    assert.deepEqual(pairedDifference([run], [run]).p, 1);
    const none = pairedDifference([run, run], [run, run]);
    assert.deepEqual([none.mean, none.low, none.high, none.p], [0, 0, 0, 1]);
  });

  it("gives the same bootstrap interval for the same seed, near that of t", () => {
    const random = new Random(4, "runs");
    const runs = (ability: number) =>
      Array.from({ length: 5 }, () => {
        const right = Array.from({ length: 140 }, () => random.normal() + ability > 0);
        return meanRate(
          right,
          right.map((_, clip) => clip % 7),
        );
      });
    const [arm, base] = [runs(0.6), runs(0.3)];
    const plain = pairedDifference(arm, base);
    const drawn = pairedDifference(arm, base, { replicates: 4000 });
    assert.deepEqual(pairedDifference(arm, base, { replicates: 4000 }), drawn);
    const width = plain.high - plain.low;
    assert.ok(
      Math.abs(drawn.low - plain.low) < 0.15 * width && Math.abs(drawn.high - plain.high) < 0.15 * width,
    );
    assert.notEqual(drawn.low, plain.low);
  });
});
