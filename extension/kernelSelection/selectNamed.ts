import * as vscode from "vscode";
import { isAenNotebook, notebookType } from "../kernelMetadata.js";
import { selectKernel } from "./selectKernel.js";

/** What knows whether a notebook has our kernel already. */
interface RunsNotebooks {
  runs(notebook: vscode.NotebookDocument): boolean;
}

/**
 * Selects our kernel for notebooks that name it, once each, when they become active. VS Code itself only suggests
 * a preferred kernel until the first cell runs, and until then no language features would be available; where nothing
 * else of VS Code starts, its label stays at "Detecting Kernels".
 */
export function selectNamed(controller: RunsNotebooks, extensionId: string): vscode.Disposable {
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
