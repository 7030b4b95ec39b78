import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { VariableDetails } from "../../kernel/contracts/variableDetails.js";
import { variablePage } from "./variablePage.js";

/** Opens a page that shows a variable beside the notebook. */
export function showVariable(name: string, details: VariableDetails): void {
  const options = { enableScripts: details.kind === "clips", localResourceRoots: [] };
  const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false };
  const panel = vscode.window.createWebviewPanel("aen.variable", name, column, options);
  panel.webview.html = variablePage(name, details, randomBytes(16).toString("hex"));
}
