import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { Finding } from "../../kernel/doctor/finding.js";
import { type DoctorAction, doctorPage } from "./doctorPage.js";
import { runCliWithProgress } from "./runCli.js";

/** Shows what `aen doctor` finds (what this machine can do) as a page, with a button for each finding. */
export async function doctor(extensionPath: string): Promise<void> {
  const findings = await examined(extensionPath);
  const title = vscode.l10n.t("What this machine can do");
  const options = { enableScripts: true, localResourceRoots: [] };
  const panel = vscode.window.createWebviewPanel("aen.doctor", title, vscode.ViewColumn.Active, options);
  const show = (found: readonly Finding[]) =>
    void (panel.webview.html = doctorPage(found, randomBytes(16).toString("hex")));
  panel.webview.onDidReceiveMessage(async (action: DoctorAction) => {
    if (action.type === "again") show(await examined(extensionPath));
    else await act(action);
  });
  show(findings);
}

async function examined(extensionPath: string): Promise<Finding[]> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const title = vscode.l10n.t("Checking what this machine can do");
  const { stdout } = await runCliWithProgress(extensionPath, title, ["doctor", "--json"], folder);
  return JSON.parse(stdout) as Finding[];
}

/** A command is typed into a terminal and not run: what is installed is the user's choice. */
async function act(action: Exclude<DoctorAction, { type: "again" }>): Promise<void> {
  if (action.type === "copy") return vscode.env.clipboard.writeText(action.text);
  if (action.type === "installJupyter") return vscode.commands.executeCommand("aen.installJupyterKernel");
  const terminal = vscode.window.createTerminal(vscode.l10n.t("AEN Doctor"));
  terminal.show();
  terminal.sendText(action.text, false);
}
