import assert from "node:assert/strict";
import { holm } from "../../../../../kernel/aen/ablation/statistics/holm.js";
import { Random } from "../../../../../kernel/aen/data/random.js";
import { fromPython, needsPython } from "./peer.js";

const statsmodelsHolm = `
import json, sys
from statsmodels.stats.multitest import multipletests
print(json.dumps([multipletests(p, method="holm")[1].tolist() for p in json.load(sys.stdin)]))
`;

describe("Holm's correction", () => {
  it("gives what statsmodels gives on random p values with ties", function () {
    needsPython(this, "statsmodels");
    const random = new Random(7, "p values");
    const samples = Array.from({ length: 50 }, (_, sample) =>
      Array.from({ length: 1 + (sample % 12) }, () =>
        sample % 3 ? random.unit() ** 3 : random.integer(4) / 20,
      ),
    );
    const expected = fromPython<number[][]>(statsmodelsHolm, samples);
    samples.forEach((sample, index) => {
      holm(sample).forEach((p, i) => assert.ok(Math.abs(p - expected[index][i]) < 1e-12));
    });
  });

  it("leaves a single value as it is and takes none", () => {
    assert.deepEqual(holm([0.03]), [0.03]);
    assert.deepEqual(holm([]), []);
  });
});
