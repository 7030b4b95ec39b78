import * as vscode from "vscode";
import { runCliWithProgress } from "./runCli.js";

/** Writes the findings of `aen doctor` (what this machine can do) to the log and shows it. */
export async function doctor(extensionPath: string, log: vscode.LogOutputChannel): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const title = vscode.l10n.t("Checking what this machine can do");
  const { stdout } = await runCliWithProgress(extensionPath, title, ["doctor"], folder);
  log.info(`\n${stdout.trimEnd()}`);
  log.show();
}
