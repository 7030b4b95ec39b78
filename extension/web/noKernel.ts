import * as vscode from "vscode";
import { Disposables } from "../disposables.js";
import { controllerId, isAenNotebook, notebookType } from "../kernelMetadata.js";

/** Why nothing runs in a browser, and where it does. */
export function noKernelInBrowser(): string {
  return vscode.l10n.t(
    "Nothing runs in VS Code for the Web: open this notebook in VS Code on a computer, or in Jupyter.",
  );
}

/** Says so. */
export function sayNoKernel(): void {
  void vscode.window.showInformationMessage(noKernelInBrowser());
}

/**
 * Stands where the kernel stands in a desktop VS Code, so that running a cell is answered with a sentence; outputs stay
 * as they were saved.
 */
export function kernelThatRefuses(): vscode.Disposable {
  const owned = new Disposables();
  const name = vscode.l10n.t("AEN (TypeScript)");
  const controller = owned.add(vscode.notebooks.createNotebookController(controllerId, notebookType, name));
  controller.description = vscode.l10n.t("Shows saved views; runs nothing in the browser");
  controller.supportedLanguages = ["typescript"];
  controller.executeHandler = sayNoKernel;
  const prefer = (notebook: vscode.NotebookDocument): void => {
    if (notebook.notebookType !== notebookType || !isAenNotebook(notebook.metadata)) return;
    controller.updateNotebookAffinity(notebook, vscode.NotebookControllerAffinity.Preferred);
  };
  vscode.workspace.notebookDocuments.forEach(prefer);
  owned.add(vscode.workspace.onDidOpenNotebookDocument(prefer));
  return owned;
}
