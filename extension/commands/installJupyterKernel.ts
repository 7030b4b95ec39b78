import * as vscode from "vscode";
import { runCliWithProgress } from "./runCli.js";

/** Registers the kernel with Jupyter for this user: `aen jupyter install --user`. */
export async function installJupyterKernel(extensionPath: string): Promise<void> {
  const title = vscode.l10n.t("Installing the Jupyter kernel");
  const result = await runCliWithProgress(extensionPath, title, ["jupyter", "install", "--user"]);
  if (result.cancelled) return;
  if (result.exitCode !== 0) throw new Error(result.stderr.trim() || result.stdout.trim());
  void vscode.window.showInformationMessage(
    vscode.l10n.t("JupyterLab and Jupyter Notebook now offer the kernel AEN (TypeScript)."),
  );
}
