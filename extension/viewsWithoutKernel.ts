import type * as vscode from "vscode";
import { noRunIsAlive } from "../kernel/contracts/viewMessages.js";
import { insertCell } from "./insertCell.js";

/** The id of our views' renderer in package.json. */
export const rendererId = "aen-views";

/** A message of a view, of any kind. */
export interface ViewMessageFields {
  readonly type?: string;
  readonly request?: string;
  readonly run?: string;
  readonly code?: string;
}

/** Does what a view asks of the front end itself; its language is told in viewLanguage.ts. @returns whether it was such a message */
export async function answeredByEditor(
  editor: vscode.NotebookEditor,
  { type, code }: ViewMessageFields,
): Promise<boolean> {
  if (type === "language") return true;
  if (type !== "insert-cell" || typeof code !== "string") return false;
  await insertCell(editor, code, editor.selection.end);
  return true;
}

/**
 * Answers a view where no kernel is there to do it: its run is not in progress, and what it asks for cannot be had.
 * @param why what the person is told, a sentence that says what to do
 */
export async function answerWithoutKernel(
  editor: vscode.NotebookEditor,
  { type, request, run }: ViewMessageFields,
  messaging: vscode.NotebookRendererMessaging,
  why: string,
): Promise<void> {
  if (type === "run-alive" && run !== undefined) await messaging.postMessage(noRunIsAlive(run), editor);
  else if (request !== undefined) await messaging.postMessage({ type, request, message: why }, editor);
}
