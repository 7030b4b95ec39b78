import * as vscode from "vscode";
import type { Controller } from "../controller/controller.js";
import { CellSession } from "./cellSession.js";

/** VS Code's own extension, which can be disabled. */
const debuggerId = "ms-vscode.js-debug";

let current: CellSession | undefined;

/**
 * Runs a cell in the debugger, which attaches for that long.
 *
 * @param cell by default the selected one
 * @throws Error when there is no cell, or no debugger
 */
export async function debugCell(
  controller: Controller,
  extensionPath: string,
  cell: vscode.NotebookCell | undefined = selectedCell(controller),
): Promise<void> {
  if (!cell || !controller.runs(cell.notebook))
    throw new Error(vscode.l10n.t("Open a notebook and select the kernel AEN (TypeScript) first."));
  if (!vscode.workspace.isTrusted) return controller.run([cell]);
  if (!vscode.extensions.getExtension(debuggerId))
    throw new Error(
      vscode.l10n.t(
        "Debugging needs VS Code's built-in extension JavaScript Debugger, which is disabled. Enable it in the Extensions view (search for @builtin JavaScript Debugger).",
      ),
    );
  current?.dispose();
  const session = (current = await CellSession.start(controller.kernels.of(cell.notebook), extensionPath));
  try {
    await controller.run([cell]);
  } finally {
    session.dispose();
  }
}

function selectedCell(controller: Controller): vscode.NotebookCell | undefined {
  const editor = vscode.window.activeNotebookEditor;
  if (!editor || !controller.runs(editor.notebook)) return undefined;
  const cell = editor.notebook.cellAt(editor.selection.start);
  return cell.kind === vscode.NotebookCellKind.Code ? cell : undefined;
}
