import * as vscode from "vscode";
import { viewLanguage } from "../viewLanguage.js";
import { runCliWithProgress } from "./runCli.js";
import { saveNotebook } from "./saveNotebook.js";

/** Exports the active notebook, as saved on disk, to a single HTML file that opens offline. */
export async function exportHtml(extensionPath: string): Promise<void> {
  const notebook = vscode.window.activeNotebookEditor?.notebook;
  if (!notebook) throw new Error(vscode.l10n.t("Open the notebook to export first."));
  if (!(await saveNotebook(notebook))) return;
  const open = vscode.window.activeNotebookEditor?.notebook.uri ?? notebook.uri;
  const target = await vscode.window.showSaveDialog({
    defaultUri: open.with({ path: open.path.replace(/\.ipynb$/, ".html") }),
    filters: { HTML: ["html"] },
  });
  if (!target) return;
  const title = vscode.l10n.t("Exporting the notebook");
  const result = await runCliWithProgress(extensionPath, title, [
    "export",
    open.fsPath,
    "--html",
    target.fsPath,
    ...(viewLanguage() === "en" ? [] : ["--language", viewLanguage()]),
  ]);
  if (result.cancelled) return;
  if (result.exitCode !== 0) throw new Error(result.stderr.trim());
  const show = vscode.l10n.t("Open");
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t("Wrote {0}", target.fsPath), show);
  if (answer === show) await vscode.env.openExternal(target);
}
