import assert from "node:assert/strict";
import {
  average,
  coinTail,
  normalTail,
  sampleVariance,
  tQuantile,
  tTail,
} from "../../../../../kernel/aen/ablation/statistics/distributions.js";
import { fromPython, needsPython } from "./peer.js";

const scipyDistributions = `
import json, sys
from scipy.stats import t, norm, binom
given = json.load(sys.stdin)
print(json.dumps({
  "quantiles": [float(t.ppf(p, d)) for p, d in given["quantiles"]],
  "tails": [float(t.sf(x, d)) for x, d in given["tails"]],
  "normal": [float(norm.sf(z)) for z in given["normal"]],
  "coin": [float(binom.cdf(k, n, 0.5)) for k, n in given["coin"]]}))`;

const given = {
  quantiles: [0.025, 0.5, 0.9, 0.975, 0.9995].flatMap((p) =>
    [1, 2, 4.5, 30, 1000].map((d) => [p, d] as const),
  ),
  tails: [-2, 0, 0.3, 2.5, 8].flatMap((x) => [1, 3.2, 9, 200].map((d) => [x, d] as const)),
  normal: [-3, -0.5, 0, 1.96, 4],
  coin: [
    [0, 0],
    [0, 5],
    [2, 5],
    [5, 5],
    [40, 100],
  ] as const,
};

describe("distributions behind the tests", () => {
  it("are those of SciPy", function () {
    needsPython(this, "scipy");
    const expected = fromPython<Record<keyof typeof given, number[]>>(scipyDistributions, given);
    const near = (actual: number, wanted: number, what: string) =>
      assert.ok(
        Math.abs(actual - wanted) <= 1e-7 * Math.max(1, Math.abs(wanted)),
        `${what}: ${actual}, not ${wanted}`,
      );
    given.quantiles.forEach(([p, d], i) =>
      near(tQuantile(p, d), expected.quantiles[i], `t quantile ${p}, ${d}`),
    );
    given.tails.forEach(([x, d], i) => near(tTail(x, d), expected.tails[i], `t tail ${x}, ${d}`));
    given.normal.forEach((z, i) => near(normalTail(z), expected.normal[i], `normal tail ${z}`));
    given.coin.forEach(([k, n], i) => near(coinTail(k, n), expected.coin[i], `coin ${k} of ${n}`));
  });

  it("become normal where degrees of freedom are without end", () => {
    assert.ok(Math.abs(tQuantile(0.975, Infinity) - 1.959964) < 1e-5);
    assert.equal(tTail(1.3, Infinity), normalTail(1.3));
    assert.ok(Math.abs(tTail(1.3, 999_999) - tTail(1.3, 1_000_001)) < 1e-6, "without a jump");
  });
});

describe("the mean and the variance of a sample", () => {
  it("are those by hand", () => {
    assert.equal(average([1, 2, 6]), 3);
    assert.equal(sampleVariance([1, 2, 6]), 7);
    assert.ok(Number.isNaN(sampleVariance([5])), "one value has none");
  });
});
