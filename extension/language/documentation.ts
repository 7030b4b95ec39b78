import * as vscode from "vscode";

/** Documentation as VS Code draws it; links to commands in it do nothing. */
export function documentation(markdown: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString(markdown);
  text.supportHtml = false;
  text.isTrusted = false;
  return text;
}
