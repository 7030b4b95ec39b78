import assert from "node:assert/strict";
import { parityTable, summarizeDeviations } from "../../../../kernel/aen/parity/parityReport.js";

const one = (group: string, record: string, deviation: number, tolerance = 1e-4) => ({
  group,
  record,
  deviation,
  tolerance,
});

describe("the report of parity", () => {
  const summaries = summarizeDeviations([
    one("eval", "a", 1e-6),
    one("losses", "x", 0, 0),
    one("eval", "b", 2e-4),
    one("eval", "c", 3e-5, 3e-5),
  ]);

  it("sums each group up, in the order of the file", () => {
    const [evaluation, losses] = summaries;
    assert.deepEqual(evaluation, {
      group: "eval",
      records: 3,
      outside: 1,
      largest: 2e-4,
      record: "b",
      share: 2,
    });
    assert.deepEqual(losses, { group: "losses", records: 1, outside: 0, largest: 0, record: "x", share: 0 });
  });

  it("finds the record that is no number", () => {
    const [{ record, largest, outside }] = summarizeDeviations([
      one("g", "fine", 1e-9),
      one("g", "broken", NaN),
      one("g", "off", 1),
    ]);
    assert.deepEqual([record, largest, outside], ["broken", NaN, 2]);
  });

  it("is a table whose columns stand below each other", () => {
    const lines = parityTable(summaries).split("\n");
    assert.deepEqual(
      lines.map((line) => line.trim().split(/ {2,}/)),
      [
        ["records", "count", "within", "largest", "of tolerance", "where"],
        ["-------", "-----", "------", "-------", "------------", "-----"],
        ["eval", "3", "2", "2.0e-4", "200.0 %", "b"],
        ["losses", "1", "all", "0", "0.0 %", "x"],
      ],
    );
    assert.equal(new Set(lines.map((line) => line.search(/where|-{5}$|[bx]$/))).size, 1);
  });
});
