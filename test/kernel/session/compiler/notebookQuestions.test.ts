import assert from "node:assert/strict";
import { notebook } from "./askedNotebook.js";

describe("the questions about a notebook", () => {
  it("are about one of its cells", () => {
    assert.throws(() => notebook.ask("references", ["1"], { cell: 1, offset: 0 }), /no cell 1 among 1/);
  });

  it("hold offsets beyond the end of a cell to be nothing", () => {
    assert.equal(notebook.ask("definitions", ["1"], { cell: 0, offset: 99 }), undefined);
    assert.deepEqual(notebook.ask("references", [""], { cell: 0, offset: 0 }), []);
  });
});
