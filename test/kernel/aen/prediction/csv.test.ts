import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import { csvLine, decimals } from "../../../../kernel/aen/prediction/csv.js";

describe("a line of a CSV table", () => {
  it("quotes what holds separators, quotes, line ends or outer spaces, and comes back so", () => {
    const cells = ["a,b", 'say "no"', "two\nlines", " padded ", "plain", "é", "a;b"];
    assert.equal(csvLine(["a,b", 'say "no"', "plain"]), '"a,b","say ""no""",plain\n');
    assert.deepEqual(parse(csvLine(cells)), [cells]);
  });

  it("leaves cells empty that have no value", () => {
    assert.equal(csvLine(["a", null, ""]), "a,,\n");
  });
});

describe("a number of a CSV table", () => {
  it("has as many decimals as asked for, never an exponent, and none where it is not finite", () => {
    const numbers = [0.5, 1e-9, NaN, Infinity, null, undefined].map((value) => decimals(value, 6));
    assert.deepEqual(numbers, ["0.500000", "0.000000", null, null, null, null]);
  });
});
