import assert from "node:assert/strict";
import { f1Interval, meanRateInterval, wilson } from "../../../kernel/metrics/rateInterval.js";
import { Random } from "../../../kernel/random/random.js";
import { fromPython, needsPython } from "../aen/ablation/statistics/peer.js";

const byStatsmodels = `
import json, sys
from statsmodels.stats.proportion import proportion_confint
print(json.dumps([[proportion_confint(right - 0.25, clips, 1 - level, "wilson")[0],
  proportion_confint(right + 0.25, clips, 1 - level, "wilson")[1]] for right, clips, level in json.load(sys.stdin)]))
`;

describe("the interval of a rate", () => {
  it("has the ends that statsmodels' Wilson intervals have a quarter clip further out", function () {
    this.timeout(60_000);
    needsPython(this, "statsmodels");
    const cases = [
      [3, 7, 0.95],
      [50, 105, 0.9],
      [990, 1000, 0.95],
      [1, 1000, 0.99],
    ];
    fromPython<[number, number][]>(byStatsmodels, cases).forEach(([low, high], index) => {
      const [right, clips, level] = cases[index];
      const found = wilson(right / clips, clips, level);
      assert.ok(Math.abs(found.low - low) < 1e-9 && Math.abs(found.high - high) < 1e-9);
    });
  });

  it("has a positive width at 0 and 100 %, from one clip, and leaves classes without clips out", () => {
    for (const clips of [1, 2, 7, 1000]) {
      const all = meanRateInterval([
        { right: clips, clips },
        { right: 0, clips: 0 },
      ]);
      assert.ok(all.low < 1 && all.high === 1);
      const none = meanRateInterval([{ right: 0, clips }]);
      assert.ok(none.low === 0 && none.high > 0);
      assert.ok(f1Interval(clips, clips).low < 1);
    }
    assert.deepEqual(meanRateInterval([]), { low: NaN, high: NaN, level: 0.95 });
  });

  it("is wider for a higher level", () => {
    const [narrow, wide] = [0.5, 0.99].map((level) => wilson(0.7, 50, level));
    assert.ok(wide.low < narrow.low && narrow.high < wide.high);
  });

  for (const clips of [7, 14, 28, 50, 105, 350, 1000]) {
    it(`of UAR holds the true one in at least 93 % of samples of ${clips} clips, classes alike or not`, () => {
      for (const uar of [0.15, 0.5, 0.85, 0.95]) {
        for (const differing of [0, Math.min(0.3, uar, 1 - uar)]) {
          const rates = [-3, -2, -1, 0, 1, 2, 3].map((step) => uar + (differing * step) / 3);
          const share = coverage(rates, clips, uar);
          assert.ok(share >= 0.93 - 0.013, `${uar}, ${differing}: ${share}`);
          if (clips >= 50) assert.ok(share <= 0.97 + 0.013, `${uar}, ${differing}: ${share}`);
        }
      }
    }).timeout(60_000);
  }
});

/** Standard error at 95 %: 0.6 %. */
const rounds = 1200;

function coverage(rates: readonly number[], clips: number, uar: number): number {
  const random = new Random(3, "coverage", clips, uar);
  let held = 0;
  for (let round = 0; round < rounds; round += 1) {
    const classes = rates.map((rate, index) => {
      const ofClass = Math.floor(clips / 7) + Number(index < clips % 7);
      return {
        right: Array.from({ length: ofClass }, () => random.chance(rate)).filter(Boolean).length,
        clips: ofClass,
      };
    });
    const { low, high } = meanRateInterval(classes);
    if (low <= uar && uar <= high) held += 1;
  }
  return held / rounds;
}
