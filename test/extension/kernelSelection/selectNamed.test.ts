import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { asked, happenings, window } = (await import("vscode")) as unknown as typeof standIn;
const { selectNamed } = await import("../../../extension/kernelSelection/selectNamed.js");

const ours = { metadata: { kernelspec: { name: "aen" } } };
const editorOf = (metadata: object, notebookType = "jupyter-notebook") => ({
  notebook: { notebookType, metadata },
});

describe("a notebook that names our kernel", () => {
  const running = new Set<unknown>();
  const controller = { runs: (notebook: unknown) => running.has(notebook) };
  let disposable: { dispose(): unknown };
  beforeEach(() => {
    asked.executed.length = 0;
    window.activeNotebookEditor = undefined;
    disposable = selectNamed(controller as never, "us.aen");
  });
  afterEach(() => disposable.dispose());

  it("gets it when it comes to the front, once", () => {
    const editor = editorOf(ours);
    happenings.activeEditor.fire(editor);
    happenings.activeEditor.fire(undefined);
    happenings.activeEditor.fire(editor);
    assert.deepEqual(asked.executed, [
      ["notebook.selectKernel", { id: "aen-notebook", extension: "us.aen" }],
    ]);
  });

  it("gets it at once when it is already active", () => {
    window.activeNotebookEditor = editorOf(ours);
    selectNamed(controller as never, "us.aen").dispose();
    window.activeNotebookEditor = undefined;
    assert.equal(asked.executed.length, 1);
  });

  it("is left alone when it names another, has ours, or is of another kind", () => {
    const has = editorOf(ours);
    running.add(has.notebook);
    for (const editor of [editorOf({}), has, editorOf(ours, "other-notebook")])
      happenings.activeEditor.fire(editor);
    assert.deepEqual(asked.executed, []);
  });
});
