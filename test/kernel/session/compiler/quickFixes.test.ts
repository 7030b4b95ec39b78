import assert from "node:assert/strict";
import { notebook } from "./askedNotebook.js";

/** The remedies at the mark: what is done, and the cell after it. */
function fixed(...marked: string[]): string[] {
  const [cells, at] = notebook.at(...marked);
  return notebook
    .ask("fixes", cells, at, at.offset)
    .map(({ kind, changes }) => `${kind}: ${notebook.changed(cells, changes)[at.cell]}`);
}

describe("remedies for what is wrong in a cell", () => {
  it("correct a misspelt name of another cell", () => {
    assert.deepEqual(fixed("const learningRate = 1;", "lerningRat|e * 2"), ["spelling: learningRate * 2"]);
    assert.deepEqual(fixed("const box = { width: 1 };", "box.widt|h; box.wid|"), []);
    assert.deepEqual(fixed("const box = { width: 1 };", "box.wdth|"), ["spelling: box.width"]);
  });

  it("make a function async that awaits", () => {
    assert.deepEqual(fixed("function load() { awa|it 1; }"), ["async: async function load() { await 1; }"]);
  });

  it("are none where nothing is wrong", () => {
    assert.deepEqual(fixed("const a| = 1;", "a"), []);
  });

  it("tell what they are for", () => {
    const [fix] = notebook.ask("fixes", ["const size = 1;", "\nsiz + 1"], { cell: 1, offset: 1 }, 3);
    assert.deepEqual([fix.name, fix.code], ["size", 2304]);
    assert.deepEqual(fix.of, { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } });
  });
});
