import * as vscode from "vscode";
import type { RunAliveReply } from "../../kernel/contracts/viewMessages.js";
import { Disposables } from "../disposables.js";
import { insertCell } from "../insertCell.js";
import type { ViewChannels } from "./viewChannels.js";

/** The id of our views' renderer in package.json. */
export const rendererId = "aen-views";

/** Carries messages between drawn views and their notebook's kernel; one kind is for VS Code itself. */
export function carryRendererMessages(channels: ViewChannels): vscode.Disposable {
  const owned = new Disposables();
  const messaging = vscode.notebooks.createRendererMessaging(rendererId);
  owned.add(
    messaging.onDidReceiveMessage(
      ({ editor, message }) => void fromView(editor, message, channels, messaging),
    ),
  );
  const toViews = (notebook: vscode.NotebookDocument, message: unknown): void => {
    for (const editor of vscode.window.visibleNotebookEditors)
      if (editor.notebook === notebook) void messaging.postMessage(message, editor);
  };
  owned.add(channels.onMessage(({ notebook, message }) => toViews(notebook, message)));
  owned.add(
    channels.kernels.onDidChange(({ notebook, state }) => {
      if (state !== "idle" && state !== "busy") toViews(notebook, noRunIsAlive(null));
    }),
  );
  return owned;
}

type Request = { type?: string; request?: string; run?: string; code?: string };

function noRunIsAlive(run: string | null): RunAliveReply {
  return { type: "run-alive", run, alive: false };
}

async function fromView(
  editor: vscode.NotebookEditor,
  message: unknown,
  channels: ViewChannels,
  messaging: vscode.NotebookRendererMessaging,
): Promise<void> {
  const request = (message ?? {}) as Request;
  if (request.type === "insert-cell" && typeof request.code === "string")
    return insertCell(editor, request.code, editor.selection.end);
  if (await channels.send(editor.notebook, message)) return;
  if (request.type === "run-alive" && request.run !== undefined)
    return void (await messaging.postMessage(noRunIsAlive(request.run), editor));
  if (request.request === undefined) return;
  const text = vscode.l10n.t("No kernel is running. Run the cell again to continue.");
  await messaging.postMessage({ type: request.type, request: request.request, message: text }, editor);
}
