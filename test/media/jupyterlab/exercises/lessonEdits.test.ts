import assert from "node:assert/strict";
import { applyRepairs } from "../../../../media/jupyterlab/exercises/lessonEdits.js";
import { fakeNotebook, released } from "./fakeNotebook.js";

describe("edits of a lesson in JupyterLab", () => {
  const written = { cell_type: "code" as const, source: "1 + 1", metadata: { tags: ["a"] } };

  it("rewrite a cell of the same type in its place, without what it has shown", () => {
    const notebook = fakeNotebook(undefined, [{ output_type: "stream" }]);
    const check = notebook.widgets[2];
    check.model.sharedModel.setMetadata({ trusted: true, tags: ["b"] });
    applyRepairs(notebook, [{ at: 2, removed: 1, cells: [written] }]);
    assert.equal(notebook.widgets[2], check);
    assert.equal(notebook.sources()[2], "1 + 1");
    assert.deepEqual(check.model.sharedModel.getMetadata(), { tags: ["a"], trusted: true });
    assert.deepEqual(check.model.outputs!.toJSON(), []);
    assert.deepEqual(notebook.done, []);
  });

  it("put another cell in place of one of another type", () => {
    const notebook = fakeNotebook();
    applyRepairs(notebook, [{ at: 0, removed: 1, cells: [written] }]);
    assert.deepEqual(notebook.done, ["delete 0", "insert 0"]);
    assert.deepEqual(notebook.sources()[0], "1 + 1");
  });

  it("insert cells, code as trusted", () => {
    const notebook = fakeNotebook();
    const text = { ...written, cell_type: "markdown" as const };
    applyRepairs(notebook, [{ at: 1, removed: 0, cells: [written, text] }]);
    assert.equal(notebook.widgets.length, released.cells.length + 2);
    const [code, markdown] = notebook.widgets.slice(1).map(({ model }) => model.sharedModel.getMetadata());
    assert.deepEqual([code, markdown], [{ tags: ["a"], trusted: true }, { tags: ["a"] }]);
  });
});
