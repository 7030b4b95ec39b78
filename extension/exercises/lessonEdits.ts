import * as vscode from "vscode";
import type { Repair, WrittenCell } from "../../kernel/exercises/repairs.js";

/** Changes cells of a notebook in one step, which Undo takes back. */
export async function applyRepairs(
  notebook: vscode.NotebookDocument,
  repairs: readonly Repair[],
): Promise<void> {
  const edits = repairs.map(({ at, removed, cells }) => {
    const replaced = removed === 1 ? notebook.cellAt(at) : undefined;
    const written = cells.map((cell) => cellData(cell, replaced));
    return vscode.NotebookEdit.replaceCells(new vscode.NotebookRange(at, at + removed), written);
  });
  const edit = new vscode.WorkspaceEdit();
  edit.set(notebook.uri, edits);
  await vscode.workspace.applyEdit(edit);
}

/** A cell keeps its id where it replaces another one; VS Code keeps the cell's own metadata one level down. */
function cellData(
  { id, cell_type, source, metadata }: WrittenCell,
  replaced: vscode.NotebookCell | undefined,
): vscode.NotebookCellData {
  const { Code, Markup } = vscode.NotebookCellKind;
  const languages = { code: "typescript", markdown: "markdown", raw: "raw" };
  const kind = cell_type === "markdown" ? Markup : Code;
  const data = new vscode.NotebookCellData(kind, source, languages[cell_type]);
  const own = (replaced?.metadata as { id?: string } | undefined)?.id ?? id;
  data.metadata = { ...(own === undefined ? {} : { id: own }), metadata };
  return data;
}
