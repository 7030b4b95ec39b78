import * as vscode from "vscode";
import { Disposables } from "../disposables.js";
import { isOtherLanguage, notebookType } from "../kernelMetadata.js";
import { selectKernel } from "./selectKernel.js";

const jupyter = "ms-toolsai.jupyter";

/**
 * Where no other extension runs Jupyter's notebooks, VS Code would label a notebook in Python with our kernel and skip
 * its cells in silence. For such notebooks there is a kernel of another name, which runs nothing and says what to do.
 */
export function tellOtherLanguages(extensionId: string): vscode.Disposable {
  const owned = new Disposables();
  let controller: vscode.NotebookController | undefined;
  const prefer = (notebook: vscode.NotebookDocument): void => {
    if (notebook.notebookType !== notebookType || !isOtherLanguage(notebook.metadata)) return;
    if (vscode.extensions.getExtension(jupyter)) return;
    controller ??= owned.add(controllerThatTells(extensionId));
    controller.updateNotebookAffinity(notebook, vscode.NotebookControllerAffinity.Preferred);
  };
  for (const notebook of vscode.workspace.notebookDocuments) prefer(notebook);
  owned.add(vscode.workspace.onDidOpenNotebookDocument(prefer));
  return owned;
}

function controllerThatTells(extensionId: string): vscode.NotebookController {
  const label = vscode.l10n.t("Other languages: how to run them");
  const controller = vscode.notebooks.createNotebookController("aen-other-languages", notebookType, label);
  controller.description = vscode.l10n.t("with the Jupyter extension");
  controller.executeHandler = (_cells, notebook) => tell(notebook, extensionId);
  return controller;
}

async function tell(notebook: vscode.NotebookDocument, extensionId: string): Promise<void> {
  const install = vscode.l10n.t("Find the Jupyter Extension");
  const ours = vscode.l10n.t("Run It as TypeScript");
  const text = vscode.l10n.t(
    "This notebook is in {0}, and AEN Notebook runs TypeScript. The Jupyter extension runs other languages.",
    languageOf(notebook.metadata),
  );
  const answer = await vscode.window.showWarningMessage(text, install, ours);
  if (answer === install)
    await vscode.commands.executeCommand("workbench.extensions.search", `@id:${jupyter}`);
  if (answer === ours) await selectKernel(extensionId);
}

function languageOf(metadata: vscode.NotebookDocument["metadata"]): string {
  const { language_info, kernelspec } = (metadata as Metadata).metadata ?? {};
  return kernelspec?.display_name ?? language_info?.name ?? kernelspec?.name ?? "";
}

interface Metadata {
  readonly metadata?: {
    readonly kernelspec?: { readonly name?: string; readonly display_name?: string };
    readonly language_info?: { readonly name?: string };
  };
}
