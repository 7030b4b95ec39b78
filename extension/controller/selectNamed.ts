import * as vscode from "vscode";
import { selectKernel } from "../commands/newNotebook.js";
import { type Controller, notebookType } from "./controller.js";
import { isAenNotebook } from "./kernelMetadata.js";

/**
 * Takes our kernel for notebooks that name it, once each, when they come to the front. VS Code itself only
 * suggests a preferred kernel until the first cell runs, and until then nobody would answer for the language.
 */
export function selectNamed(controller: Controller, extensionId: string): vscode.Disposable {
  const asked = new WeakSet<vscode.NotebookDocument>();
  const select = (editor: vscode.NotebookEditor | undefined): void => {
    const notebook = editor?.notebook;
    if (!notebook || notebook.notebookType !== notebookType || asked.has(notebook)) return;
    if (!isAenNotebook(notebook.metadata) || controller.runs(notebook)) return;
    asked.add(notebook);
    void selectKernel(extensionId);
  };
  select(vscode.window.activeNotebookEditor);
  return vscode.window.onDidChangeActiveNotebookEditor(select);
}
