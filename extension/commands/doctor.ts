import * as vscode from "vscode";
import { runCliWithProgress } from "./runCli.js";

/** Shows what this machine can do: the findings of `aen doctor`, in the log. */
export async function doctor(extensionPath: string, log: vscode.LogOutputChannel): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const title = vscode.l10n.t("AEN looks at this machine");
  const { stdout } = await runCliWithProgress(extensionPath, title, ["doctor"], folder);
  log.info(`\n${stdout.trimEnd()}`);
  log.show();
}
