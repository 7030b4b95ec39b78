import * as vscode from "vscode";

/** Inserts a new code cell before cell `at` (counted from 0), selects it and scrolls to it. */
export async function insertCell(editor: vscode.NotebookEditor, code: string, at: number): Promise<void> {
  const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, code, "typescript");
  const edit = new vscode.WorkspaceEdit();
  edit.set(editor.notebook.uri, [vscode.NotebookEdit.insertCells(at, [cell])]);
  await vscode.workspace.applyEdit(edit);
  editor.selection = new vscode.NotebookRange(at, at + 1);
  editor.revealRange(editor.selection, vscode.NotebookEditorRevealType.InCenterIfOutsideViewport);
}
