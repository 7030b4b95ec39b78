import "../standIn/register.js";
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../../temporaryFolder.js";
import type * as standIn from "../standIn/vscode.js";

const { asked, window, workspace } = (await import("vscode")) as unknown as typeof standIn;
const { goToCell } = await import("../../../extension/runs/goToCell.js");

describe("the way back to the cell of a run", () => {
  const notebook = path.join(temporaryFolder(), "look.ipynb");
  const cells = ["const a = 1;", "await aen.train(m, c);", "edited"].map((code, index) => ({
    document: { getText: () => code },
    executionSummary: { executionOrder: index + 7 },
  }));
  const editor = { selection: undefined as { start: number } | undefined, revealRange: () => {} };
  const { openNotebookDocument } = workspace;
  const { showNotebookDocument } = window;
  before(() => {
    writeFileSync(notebook, "{}");
    Object.assign(workspace, {
      openNotebookDocument: async () => ({ notebookType: "jupyter-notebook", getCells: () => cells }),
    });
    Object.assign(window, { showNotebookDocument: async () => editor });
  });
  after(() => {
    Object.assign(workspace, { openNotebookDocument });
    Object.assign(window, { showNotebookDocument });
  });
  beforeEach(() => {
    [editor.selection, asked.messages.length] = [undefined, 0];
  });

  it("leads to the cell with the code, wherever it stands now, else to the one with the number", async () => {
    await goToCell({ notebook, executionCount: 7, code: "await aen.train(m, c);\n" });
    assert.equal(editor.selection!.start, 1);
    await goToCell({ notebook, executionCount: 9, code: "before it was edited" });
    assert.equal(editor.selection!.start, 2);
  });

  it("says so where the cell, the notebook or both are gone", async () => {
    await goToCell({ notebook, executionCount: 1, code: "removed" });
    assert.match(asked.messages[0], /changed or removed/);
    await assert.rejects(goToCell({ notebook: `${notebook}.gone` }), /is gone or was moved/);
    for (const none of [null, undefined, { notebook: null }])
      await assert.rejects(goToCell(none), /names no notebook/);
  });
});
