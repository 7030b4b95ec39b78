import * as vscode from "vscode";

/** Asks the user for the line that a cell is waiting for; Escape returns an empty one. */
export async function answerInput(prompt: string, password: boolean): Promise<string> {
  const answer = await vscode.window.showInputBox({ prompt, password, ignoreFocusOut: true });
  return answer ?? "";
}
