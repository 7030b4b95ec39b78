import assert from "node:assert/strict";
import { requirePersonChoice } from "../../../kernel/faces/personChoice.js";

describe("a choice of a person", () => {
  it("is a word or a number from 1", () => {
    for (const choice of ["largest", "central", "left", "right", 1, 12]) requirePersonChoice(choice);
  });

  it("is refused by name where it is anything else", () => {
    for (const choice of [0, -1, 1.5, NaN, "LEFT", "2", null, {}])
      assert.throws(() => requirePersonChoice(choice), /^RangeError: person must be "largest", "central"/);
  });
});
