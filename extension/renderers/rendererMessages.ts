import * as vscode from "vscode";
import { Disposables } from "../disposables.js";
import type { ViewChannels } from "./viewChannels.js";

/** The renderer of our views, as package.json contributes it. */
export const rendererId = "aen-views";

/** Carries messages between drawn views and the kernel of their notebook; one of them is for VS Code itself. */
export function carryRendererMessages(channels: ViewChannels): vscode.Disposable {
  const owned = new Disposables();
  const messaging = vscode.notebooks.createRendererMessaging(rendererId);
  owned.add(
    messaging.onDidReceiveMessage(
      ({ editor, message }) => void fromView(editor, message, channels, messaging),
    ),
  );
  owned.add(
    channels.onMessage(({ notebook, message }) => {
      for (const editor of vscode.window.visibleNotebookEditors)
        if (editor.notebook === notebook) void messaging.postMessage(message, editor);
    }),
  );
  return owned;
}

type Request = { type?: string; request?: string; code?: string };

async function fromView(
  editor: vscode.NotebookEditor,
  message: unknown,
  channels: ViewChannels,
  messaging: vscode.NotebookRendererMessaging,
): Promise<void> {
  const request = (message ?? {}) as Request;
  if (request.type === "insert-cell" && typeof request.code === "string")
    return insertCell(editor, request.code);
  if (await channels.send(editor.notebook, message)) return;
  if (request.request === undefined) return;
  const text = vscode.l10n.t("No kernel is running. Run the cell again to go on from here.");
  await messaging.postMessage({ type: request.type, request: request.request, message: text }, editor);
}

/** Puts code into a new cell below the one that is selected, and goes there. */
async function insertCell(editor: vscode.NotebookEditor, code: string): Promise<void> {
  const at = editor.selection.end;
  const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, code, "typescript");
  const edit = new vscode.WorkspaceEdit();
  edit.set(editor.notebook.uri, [vscode.NotebookEdit.insertCells(at, [cell])]);
  await vscode.workspace.applyEdit(edit);
  editor.selection = new vscode.NotebookRange(at, at + 1);
  editor.revealRange(editor.selection, vscode.NotebookEditorRevealType.InCenterIfOutsideViewport);
}
