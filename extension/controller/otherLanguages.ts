import * as vscode from "vscode";
import { Disposables } from "../disposables.js";
import { isOtherLanguage, notebookType } from "../kernelMetadata.js";
import { selectKernel } from "../kernelSelection/selectKernel.js";

const jupyter = "ms-toolsai.jupyter";
const otherLanguagesId = "aen-other-languages";

/**
 * Where no other extension runs Jupyter's notebooks, VS Code would label a notebook in Python with our kernel and skip
 * its cells in silence, or let Run offer our kernel alone. For such notebooks there is a kernel of another name, which
 * runs nothing and says what to do; they get it when they come to the front, once each.
 */
export function tellOtherLanguages(extensionId: string): vscode.Disposable {
  const owned = new Disposables();
  const asked = new WeakSet<vscode.NotebookDocument>();
  let controller: vscode.NotebookController | undefined;
  const prefer = (notebook: vscode.NotebookDocument): void => {
    if (!isOthers(notebook)) return;
    controller ??= owned.add(controllerThatTells(extensionId));
    controller.updateNotebookAffinity(notebook, vscode.NotebookControllerAffinity.Preferred);
  };
  const select = (editor: vscode.NotebookEditor | undefined): void => {
    if (!editor || asked.has(editor.notebook) || !isOthers(editor.notebook)) return;
    asked.add(editor.notebook);
    void selectKernel(extensionId, otherLanguagesId);
  };
  for (const notebook of vscode.workspace.notebookDocuments) prefer(notebook);
  select(vscode.window.activeNotebookEditor);
  owned.add(vscode.workspace.onDidOpenNotebookDocument(prefer));
  owned.add(vscode.window.onDidChangeActiveNotebookEditor(select));
  return owned;
}

function isOthers({ notebookType: type, metadata }: vscode.NotebookDocument): boolean {
  const isRun = vscode.extensions.getExtension(jupyter) !== undefined;
  return type === notebookType && isOtherLanguage(metadata) && !isRun;
}

function controllerThatTells(extensionId: string): vscode.NotebookController {
  const label = vscode.l10n.t("Other languages: how to run them");
  const controller = vscode.notebooks.createNotebookController(otherLanguagesId, notebookType, label);
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
