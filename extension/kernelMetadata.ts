import * as vscode from "vscode";

/** The id of our kernel among those that VS Code offers for a notebook. */
export const controllerId = "aen-notebook";

/** What VS Code calls Jupyter's notebooks. */
export const notebookType = "jupyter-notebook";

/** The name of the Jupyter kernel, as `aen jupyter install` registers it. */
export const kernelspec = { name: "aen", display_name: "AEN (TypeScript)", language: "typescript" };

export const languageInfo = {
  name: "typescript",
  file_extension: ".ts",
  mimetype: "text/typescript",
  pygments_lexer: "typescript",
};

type Nbformat = {
  metadata?: { kernelspec?: { name?: string; language?: string }; language_info?: { name?: string } };
};

/** Whether a notebook's metadata names our kernel. VS Code keeps the .ipynb's own metadata one level down. */
export function isAenNotebook(metadata: vscode.NotebookDocument["metadata"]): boolean {
  return (metadata as Nbformat).metadata?.kernelspec?.name === kernelspec.name;
}

/** Writes our kernel's name into a notebook that has run in it, so that other tools open it with the same kernel. */
export async function nameKernel(notebook: vscode.NotebookDocument): Promise<void> {
  if (isAenNotebook(notebook.metadata)) return;
  const own = (notebook.metadata as Nbformat).metadata;
  const metadata = { ...notebook.metadata, metadata: { ...own, kernelspec, language_info: languageInfo } };
  const edit = new vscode.WorkspaceEdit();
  edit.set(notebook.uri, [vscode.NotebookEdit.updateNotebookMetadata(metadata)]);
  await vscode.workspace.applyEdit(edit);
}

/** Whether a notebook's metadata name another language than ours. A notebook that names none may be in any. */
export function isOtherLanguage(metadata: vscode.NotebookDocument["metadata"]): boolean {
  const { kernelspec, language_info } = (metadata as Nbformat).metadata ?? {};
  const language = kernelspec?.language ?? language_info?.name;
  if (language !== undefined) return !/^(typescript|javascript)$/i.test(language);
  return kernelspec?.name !== undefined && !isAenNotebook(metadata);
}
