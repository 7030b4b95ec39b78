import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import { notebookType } from "../controller/controller.js";
import { selectKernel } from "../controller/selectKernel.js";

/**
 * Opens a copy of the quickstart, so that users can keep their changes. The copy goes into the workspace folder or,
 * if none is open, into the extension's storage.
 */
export async function openQuickstart(context: vscode.ExtensionContext): Promise<void> {
  const workspace = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === "file")?.uri.fsPath;
  const folder = workspace ?? context.globalStorageUri.fsPath;
  const file = vscode.Uri.file(path.join(folder, "quickstart.ipynb"));
  await mkdir(folder, { recursive: true });
  const original = path.join(context.extensionPath, "notebooks", "quickstart.ipynb");
  await vscode.workspace.fs.stat(file).then(
    () => undefined,
    () => copyFile(original, file.fsPath),
  );
  const notebook = await vscode.workspace.openNotebookDocument(file);
  if (notebook.notebookType !== notebookType) return;
  await vscode.window.showNotebookDocument(notebook);
  await selectKernel(context.extension.id);
}
