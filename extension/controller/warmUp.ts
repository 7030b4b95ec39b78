import * as vscode from "vscode";
import type { Controller } from "./controller.js";

/** Starts a notebook's kernel as soon as it opens, so that the first cell and completion respond at once. */
export function warmUp(controller: Controller): vscode.Disposable {
  const start = (notebook: vscode.NotebookDocument): void => {
    if (!vscode.workspace.isTrusted || !controller.runs(notebook)) return;
    const kernel = controller.kernels.of(notebook);
    if (kernel.state === "not started") void kernel.start().catch(() => {});
  };
  return vscode.Disposable.from(
    controller.onDidSelect(start),
    vscode.workspace.onDidGrantWorkspaceTrust(() => controller.notebooks.forEach(start)),
  );
}
