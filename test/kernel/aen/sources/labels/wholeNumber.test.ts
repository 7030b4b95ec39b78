import assert from "node:assert/strict";
import { wholeNumber } from "../../../../../kernel/aen/sources/labels/wholeNumber.js";

describe("a whole number in a table", () => {
  it("may be written as a decimal, as spreadsheets do", () => {
    assert.deepEqual(["3", "-1", "3.0", "3.", "007", "-1.00"].map(wholeNumber), [3, -1, 3, 3, 7, -1]);
  });

  it("is nothing that merely resembles one", () => {
    for (const text of ["", "3.5", "1e3", "0x1", "+1", "3 4", "three", ".0"]) {
      assert.equal(wholeNumber(text), null, text);
    }
  });
});
