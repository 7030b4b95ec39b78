import * as vscode from "vscode";

const mostAttempts = 10;

/**
 * Saves an open notebook. VS Code answers false not only when the save failed, but also when an output or the time of a
 * cell arrived while it wrote; the notebook is then saved again.
 * @returns false when the user gave an untitled notebook no name
 * @throws Error when the notebook is still unsaved after ten attempts
 */
export async function saveNotebook(notebook: vscode.NotebookDocument): Promise<boolean> {
  if (notebook.isUntitled) return notebook.save();
  for (let attempt = 0; attempt < mostAttempts && notebook.isDirty; attempt++)
    if (await notebook.save()) return true;
  if (notebook.isDirty)
    throw new Error(
      vscode.l10n.t("The notebook could not be saved. Wait until no cell runs, save it, and try again."),
    );
  return true;
}
