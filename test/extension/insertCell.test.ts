import "./standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "./standIn/vscode.js";

const { asked, NotebookCellData, NotebookRange } = (await import("vscode")) as unknown as typeof standIn;
const { insertCell } = await import("../../extension/insertCell.js");

describe("code put into a notebook", () => {
  it("is a TypeScript cell at its place, selected and in sight", async () => {
    asked.edits.length = 0;
    const revealed: unknown[] = [];
    const editor = {
      notebook: { uri: "the notebook" },
      selection: undefined as unknown,
      revealRange: (range: unknown) => revealed.push(range),
    };
    await insertCell(editor as never, "1 + 1", 3);
    const [edit] = asked.edits as standIn.WorkspaceEdit[];
    assert.deepEqual(edit.sets, [
      ["the notebook", [{ at: 3, cells: [new NotebookCellData(2, "1 + 1", "typescript")] }]],
    ]);
    assert.deepEqual(editor.selection, new NotebookRange(3, 4));
    assert.deepEqual(revealed, [new NotebookRange(3, 4)]);
  });
});
