import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import { writeAtomically } from "../../kernel/files/writeAtomically.js";
import { notebookType } from "../kernelMetadata.js";
import { selectKernel } from "../kernelSelection/selectKernel.js";
import { type Example, examples } from "./examples.js";
import { lessons } from "./lessons.js";

/**
 * Opens a copy of an example, so that users can keep their changes; asks for one if none is given. The copy goes with its
 * files into the workspace folder or, if none is open, into the extension's storage. What is there already stays.
 */
export async function openExample(context: vscode.ExtensionContext, id?: string): Promise<void> {
  const all = [...examples(), ...(await lessons(context.extensionPath))];
  const example = all.find((each) => each.id === id) ?? (await choose(all));
  if (!example) return;
  const workspace = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === "file")?.uri.fsPath;
  const folder = workspace ?? context.globalStorageUri.fsPath;
  await mkdir(folder, { recursive: true });
  for (const file of example.files) await copyOnce(path.join(context.extensionPath, file), folder);
  const copy = vscode.Uri.file(path.join(folder, path.basename(example.files[0])));
  const notebook = await vscode.workspace.openNotebookDocument(copy);
  if (notebook.notebookType !== notebookType) return;
  await vscode.window.showNotebookDocument(notebook);
  await selectKernel(context.extension.id);
}

async function choose(all: readonly Example[]): Promise<Example | undefined> {
  const items = all.map((example) => ({ label: example.label, detail: example.detail, example }));
  const placeHolder = vscode.l10n.t("Which example? A copy of it is opened.");
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.example;
}

async function copyOnce(original: string, folder: string): Promise<void> {
  const copy = path.join(folder, path.basename(original));
  await vscode.workspace.fs.stat(vscode.Uri.file(copy)).then(
    () => undefined,
    async () => writeAtomically(copy, await readFile(original)),
  );
}
