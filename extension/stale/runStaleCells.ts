import * as vscode from "vscode";
import type { StaleCells } from "./staleCells.js";

/**
 * Runs the stale cells of a notebook from top to bottom: what one changes may make a later one stale. Ends at a cell that
 * fails.
 */
export async function runStaleCells(notebook: vscode.NotebookDocument, stale: StaleCells): Promise<void> {
  let ran = 0;
  for (const cell of notebook.getCells()) {
    await stale.upToDate;
    if (!stale.reason(cell)) continue;
    await runCell(cell);
    ran++;
    if (cell.executionSummary?.success === false) return;
  }
  if (ran === 0)
    void vscode.window.showInformationMessage(
      vscode.l10n.t("No cell is stale: none was edited or has other inputs since it ran."),
    );
}

async function runCell({ index, notebook }: vscode.NotebookCell): Promise<void> {
  const ranges = [{ start: index, end: index + 1 }];
  await vscode.commands.executeCommand("notebook.cell.execute", { ranges, document: notebook.uri });
}
