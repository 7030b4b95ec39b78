import type * as vscode from "vscode";

/**
 * The cell of a notebook that corresponds to one of the same notebook as it was before it was closed: the one at the same
 * place, or else the first with the same text.
 */
export function sameCell(
  notebook: vscode.NotebookDocument,
  { index, document }: vscode.NotebookCell,
): vscode.NotebookCell | undefined {
  const text = document.getText();
  const cells = notebook.getCells();
  const has = (cell: vscode.NotebookCell | undefined) => cell?.document.getText() === text;
  return has(cells[index]) ? cells[index] : cells.find(has);
}
