import * as vscode from "vscode";

/** Brings a cell into view, selected. */
export async function showCell(cell: vscode.NotebookCell): Promise<void> {
  const range = new vscode.NotebookRange(cell.index, cell.index + 1);
  const editor = await vscode.window.showNotebookDocument(cell.notebook, { selections: [range] });
  editor?.revealRange(range, vscode.NotebookEditorRevealType.InCenterIfOutsideViewport);
}
