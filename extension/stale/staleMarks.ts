import * as vscode from "vscode";
import { Disposables } from "../disposables.js";
import { notebookType } from "../kernelMetadata.js";
import type { StaleCells } from "./staleCells.js";

/** Marks stale cells in their status bar, with the reason; a click runs all that are stale. */
export class StaleMarks implements vscode.NotebookCellStatusBarItemProvider, vscode.Disposable {
  readonly #owned = new Disposables();
  readonly onDidChangeCellStatusBarItems: vscode.Event<void>;

  constructor(readonly stale: StaleCells) {
    this.onDidChangeCellStatusBarItems = stale.onDidChange;
    this.#owned.add(vscode.notebooks.registerNotebookCellStatusBarItemProvider(notebookType, this));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  provideCellStatusBarItems(cell: vscode.NotebookCell): vscode.NotebookCellStatusBarItem[] {
    const reason = this.stale.reason(cell);
    if (!reason) return [];
    const { l10n } = vscode;
    const why =
      reason.reason === "edited"
        ? l10n.t("Edited since it ran.")
        : l10n.t("{0} has changed since this cell ran (cell {1}).", reason.name, reason.by.index + 1);
    const mark = new vscode.NotebookCellStatusBarItem(
      `$(history) ${l10n.t("Stale")}`,
      vscode.NotebookCellStatusBarAlignment.Left,
    );
    mark.tooltip = `${why} ${l10n.t("Click to run all stale cells.")}`;
    mark.accessibilityInformation = { label: `${l10n.t("Stale")}. ${why}`, role: "button" };
    mark.command = "aen.runStaleCells";
    return [mark];
  }
}
