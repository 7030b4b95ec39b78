import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { compareFusion } from "../../../../kernel/aen/parity/compareFusion.js";
import { isWithin, type Deviation } from "../../../../kernel/aen/parity/deviation.js";
import type { ArrayValue } from "../../../../kernel/engine/contract.js";
import { readFixture } from "../../../parity/fixtures.js";

describe("what is computed from log-probabilities, compared with the published code", () => {
  const recorded = readFixture("small");
  // Not all frame logits are recorded, so these are ours: frame t favours emotion t by ln 2, its softmax sums to 8.
  const frameLogits = Array.from({ length: 3 * 4 * 7 }, (_, i) =>
    i % 7 === Math.floor(i / 7) % 4 ? Math.LN2 : 0,
  );
  const frameMean = Array.from({ length: 7 }, (_, emotion) => (emotion < 4 ? Math.LN2 / 4 : 0) - Math.log(8));
  const fusion = { ...recorded.fusion, frameMeanLogProbs: [frameMean, frameMean, frameMean] };
  const fixture = { ...recorded, fusion };

  /** The log-probabilities that the published code recorded, changed by hand. */
  function compare(change: (name: string, values: Float32Array) => void = () => {}): Deviation[] {
    const records = new Map<string, ArrayValue>();
    for (const name of ["logProbs.clip", "logProbs.group", "logProbs.emotion", "frameLogits.main"]) {
      const { all = frameLogits, shape } = fixture.eval[name];
      const data = Float32Array.from(all);
      change(name, data);
      records.set(name, { data, shape, dtype: "float32" });
    }
    return compareFusion(fixture, records, dfewLabels);
  }
  const outside = (change?: Parameters<typeof compare>[0]) =>
    compare(change)
      .filter((one) => !isWithin(one))
      .map(({ group, record }) => `${group} ${record}`);

  it("is within its tolerance throughout for the log-probabilities of the published code itself", () => {
    assert.deepEqual(outside(), []);
  });

  it("covers every record of the fixture", () => {
    const named = compare().map(({ record }) => record);
    const { betas: _betas, testScriptLoss, ...others } = fusion;
    for (const record of Object.keys(others)) assert.ok(named.includes(record), record);
    assert.equal(
      named.length,
      Object.keys(others).length + testScriptLoss.length + 2 * fixture.evalLoss.length,
    );
  });

  it("is outside where the scores of a head that it rests on differ, and only there", () => {
    const less = (wanted: string) =>
      outside((name, values) => {
        if (name === wanted) values.forEach((value, i) => (values[i] = value * 1.01));
      });
    assert.deepEqual(less("frameLogits.main"), ["fusion frameMeanLogProbs"]);
    const byGroup = less("logProbs.group");
    assert.ok(
      byGroup.includes("fusion sentiment") && byGroup.includes("evalLoss 0,2,5: loss"),
      byGroup.join(),
    );
    assert.ok(!byGroup.includes("fusion ekman") && !byGroup.includes("fusion clipGroupSumLogProbs"));
    assert.ok(less("logProbs.clip").includes("fusion ekman"));
  });

  it("is outside in the emotion named and the accuracies when another score is the largest", () => {
    const raised = outside((name, values) => {
      if (name === "logProbs.emotion") values[0] = 0; // the first clip's first emotion, which it is labelled with
    });
    for (const record of ["fusion ekmanArgmax", "fusion reportedEkman", "evalLoss 0,2,5: accuracies"]) {
      assert.ok(raised.includes(record), record);
    }
  });

  it("is outside everywhere when a score is no number", () => {
    const broken = outside((_name, values) => values.fill(NaN));
    assert.ok(broken.includes("fusion ekman") && broken.includes("evalLoss 0,2,5: loss"), broken.join());
  });
});
