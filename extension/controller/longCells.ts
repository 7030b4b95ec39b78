import path from "node:path";
import * as vscode from "vscode";
import type { CellWork } from "./cellRun.js";
import type { Controller } from "./controller.js";
import { showCell } from "./showCell.js";

/** How long a cell runs until its end is worth a notification, in milliseconds. */
const long = 60_000;

/** Tells when a cell that has run for more than a minute ends while its notebook is not in front; a setting turns it off. */
export function tellLongCells(controller: Controller): vscode.Disposable {
  return controller.onDidWork((work) => {
    if (!work.isRunning && isWorthIt(work)) void tell(work);
  });
}

function isWorthIt({ cell, started }: CellWork): boolean {
  const isInFront =
    vscode.window.activeNotebookEditor?.notebook === cell.notebook && vscode.window.state.focused;
  if (isInFront || Date.now() - started <= long || cell.notebook.isClosed) return false;
  return vscode.workspace.getConfiguration("aen", cell.notebook.uri).get<boolean>("notifyWhenCellEnds", true);
}

async function tell({ cell, success }: CellWork): Promise<void> {
  const name = path.basename(cell.notebook.uri.path);
  const show = vscode.l10n.t("Show Cell");
  const answer = success
    ? await vscode.window.showInformationMessage(
        vscode.l10n.t("Cell {0} of {1} has finished.", cell.index + 1, name),
        show,
      )
    : await vscode.window.showWarningMessage(
        vscode.l10n.t("Cell {0} of {1} has stopped.", cell.index + 1, name),
        show,
      );
  if (answer === show) await showCell(cell);
}
