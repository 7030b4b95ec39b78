import assert from "node:assert/strict";
import { mcnemar } from "../../../../../kernel/aen/ablation/statistics/mcnemar.js";
import { Random } from "../../../../../kernel/random/random.js";
import { fromPython, needsPython } from "./peer.js";

const statsmodelsMcnemar = `
import json, sys
from statsmodels.stats.contingency_tables import mcnemar
def p(pair):
    a, b = pair
    table = [[sum(x and y for x, y in zip(a, b)), sum(x and not y for x, y in zip(a, b))],
             [sum(y and not x for x, y in zip(a, b)), sum(not x and not y for x, y in zip(a, b))]]
    return float(mcnemar(table, exact=True).pvalue)
print(json.dumps([p(pair) for pair in json.load(sys.stdin)]))
`;

describe("McNemar's test", () => {
  it("gives what statsmodels gives on random runs", function () {
    needsPython(this, "statsmodels");
    const random = new Random(8, "runs");
    const pairs = Array.from({ length: 40 }, (_, sample) => {
      const rights = () => Array.from({ length: 10 + 7 * sample }, () => random.chance(0.6));
      return [rights(), rights()] as const;
    });
    const expected = fromPython<number[]>(statsmodelsMcnemar, pairs);
    pairs.forEach(([first, second], index) => {
      assert.ok(Math.abs(mcnemar(first, second).p - expected[index]) < 1e-9, `pair ${index}`);
    });
  });

  it("gives 1 for two runs that agree", () => {
    assert.deepEqual(mcnemar([true, false], [true, false]), { onlyFirst: 0, onlySecond: 0, p: 1 });
  });

  it("refuses runs on different numbers of clips", () => {
    assert.throws(() => mcnemar([true], []), /1 and 0/);
  });
});
