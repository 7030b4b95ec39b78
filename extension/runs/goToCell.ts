import { existsSync } from "node:fs";
import * as vscode from "vscode";
import { notebookType } from "../kernelMetadata.js";
import type { RecordedCell } from "./studyRecord.js";

/**
 * Opens the notebook that a run came from, at its cell: the one with the recorded code or, if that was edited, with the
 * recorded number.
 * @throws Error when the notebook is gone or was never saved
 */
export async function goToCell(recorded: RecordedCell | null | undefined): Promise<void> {
  const file = recorded?.notebook;
  if (typeof file !== "string")
    throw new Error(vscode.l10n.t("The record names no notebook: the run was started elsewhere."));
  if (!existsSync(file))
    throw new Error(
      vscode.l10n.t("The notebook {0} is gone or was moved. The page shows the cell's code.", file),
    );
  const notebook = await vscode.workspace.openNotebookDocument(vscode.Uri.file(file));
  if (notebook.notebookType !== notebookType) return;
  const editor = await vscode.window.showNotebookDocument(notebook);
  const at = indexOfCell(notebook.getCells(), recorded!);
  if (at < 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("The cell of the run was changed or removed since. The page shows its code."),
    );
    return;
  }
  editor.selection = new vscode.NotebookRange(at, at + 1);
  editor.revealRange(editor.selection, vscode.NotebookEditorRevealType.InCenter);
}

/** The place of a recorded cell: the one with its code, else with its number; -1 where there is none. */
export function indexOfCell(
  cells: readonly vscode.NotebookCell[],
  { code, executionCount }: RecordedCell,
): number {
  const same = cells.findIndex((cell) => cell.document.getText().trim() === code?.trim());
  if (same >= 0 || executionCount === undefined) return same;
  return cells.findIndex((cell) => cell.executionSummary?.executionOrder === executionCount);
}
