import assert from "node:assert/strict";
import { sameCell } from "../../../extension/kernel/sameCell.js";

const cellsOf = (...texts: string[]) =>
  texts.map((text, index) => ({ index, document: { getText: () => text } }));
const before = cellsOf("a", "b", "b");

describe("the cell of a notebook that was opened anew", () => {
  const found = (cell: number, ...texts: string[]) => {
    const cells = cellsOf(...texts);
    return cells.indexOf(sameCell({ getCells: () => cells } as never, before[cell] as never) as never);
  };

  it("is the one at the same place with the same text, else the first with that text, else none", () => {
    assert.equal(found(2, "a", "b", "b"), 2);
    assert.equal(found(2, "new", "a", "b"), 2);
    assert.equal(found(0, "new", "a", "b"), 1);
    assert.equal(found(0, "new"), -1);
  });
});
