import * as vscode from "vscode";
import { selectKernel } from "../kernelSelection/selectKernel.js";
import { notebookType } from "../kernelMetadata.js";
import { notebookMetadata, type Template, templates } from "./templates.js";

/** Opens a new notebook from a template; asks for the template if none is given. */
export async function newNotebook(extensionId: string, templateId?: string): Promise<void> {
  const template = templates().find(({ id }) => id === templateId) ?? (await choose());
  if (!template) return;
  const cells = template.cells.map(({ markdown, code }) =>
    markdown === undefined
      ? new vscode.NotebookCellData(vscode.NotebookCellKind.Code, code, "typescript")
      : new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, markdown, "markdown"),
  );
  const data = new vscode.NotebookData(cells);
  data.metadata = notebookMetadata;
  const notebook = await vscode.workspace.openNotebookDocument(notebookType, data);
  await vscode.window.showNotebookDocument(notebook);
  await selectKernel(extensionId);
}

async function choose(): Promise<Template | undefined> {
  const items = templates().map((template) => ({
    label: template.label,
    detail: template.detail,
    template,
  }));
  const placeHolder = vscode.l10n.t("What is the notebook for?");
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.template;
}
