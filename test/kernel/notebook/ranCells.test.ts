import assert from "node:assert/strict";
import { type NotebookCell, type NotebookOutput } from "../../../kernel/notebook/notebookFile.js";
import { fingerprint, ranWith, withRanCells } from "../../../kernel/notebook/ranCells.js";
import { codeCell, notebookOf } from "./cell.js";

const result: NotebookOutput = {
  output_type: "execute_result",
  execution_count: 3,
  data: { "text/plain": "two\nlines\n", "application/json": { b: [1, 2], a: "x" } },
  metadata: {},
};

function executed(...outputs: NotebookOutput[]): NotebookCell {
  return { ...codeCell("1"), outputs, execution_count: 3 };
}

describe("a cell that has run", () => {
  const noted = (cell: NotebookCell) => withRanCells(notebookOf(cell), new Map([[cell.id, "abc"]])).cells[0];

  it("says with which inputs", () => {
    assert.equal(ranWith(noted(executed(result))), "abc");
    assert.equal(ranWith(noted(executed())), "abc", "without outputs, too");
    assert.equal(ranWith(executed(result)), undefined);
  });

  it("says nothing when it has failed or not run, whatever it said before", () => {
    const error: NotebookOutput = { output_type: "error", ename: "Error", evalue: "", traceback: [] };
    const before = noted(executed(result));
    assert.equal(noted({ ...before, outputs: [result, error] }).metadata.aen_run, undefined);
    assert.equal(noted({ ...before, execution_count: null }).metadata.aen_run, undefined);
  });

  it("is known as long as its outputs are those of that run, however an editor saves them", () => {
    const cell = noted(executed(result));
    const data = { "application/json": { a: "x", b: [1, 2] }, "text/plain": ["two\n", "lines"] };
    const saved = { ...result, execution_count: 9, data };
    assert.equal(ranWith({ ...cell, outputs: [saved] }), "abc");
    const other = { ...data, "application/json": { a: "x", b: [1, 3] } };
    assert.equal(ranWith({ ...cell, outputs: [{ ...result, data: other }] }), undefined);
    assert.equal(ranWith({ ...cell, outputs: [] }), undefined, "cleared");
    assert.equal(ranWith({ ...cell, execution_count: null }), undefined);
  });

  it("keeps its other metadata", () => {
    const cell = { ...executed(), metadata: { tags: ["a"], own: 1 } };
    const { aen_run, ...others } = noted(cell).metadata;
    assert.deepEqual(others, cell.metadata);
    assert.notEqual(aen_run, undefined);
  });
});

describe("a fingerprint", () => {
  it("differs where texts or their ends differ", () => {
    assert.match(fingerprint("a"), /^[0-9a-f]{16}$/);
    assert.notEqual(fingerprint("ab", "c"), fingerprint("a", "bc"));
  });
});
