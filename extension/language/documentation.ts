import * as vscode from "vscode";

/** Documentation as a VS Code Markdown string; command links in it are disabled. */
export function documentation(markdown: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString(markdown);
  text.supportHtml = false;
  text.isTrusted = false;
  return text;
}
