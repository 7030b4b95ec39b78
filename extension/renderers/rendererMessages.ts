import * as vscode from "vscode";
import { noRunIsAlive } from "../../kernel/contracts/viewMessages.js";
import { Disposables } from "../disposables.js";
import {
  answeredByEditor,
  answerWithoutKernel,
  rendererId,
  type ViewMessageFields,
} from "../viewsWithoutKernel.js";
import { tellViewLanguage } from "../viewLanguage.js";
import type { ViewChannels } from "./viewChannels.js";

/** Carries messages between drawn views and their notebook's kernel; two kinds are for VS Code itself. */
export function carryRendererMessages(
  channels: ViewChannels,
  resume: (notebook: vscode.NotebookDocument, run: string) => Promise<void>,
): vscode.Disposable {
  const owned = new Disposables();
  const messaging = vscode.notebooks.createRendererMessaging(rendererId);
  owned.add(tellViewLanguage(messaging));
  owned.add(
    messaging.onDidReceiveMessage(({ editor, message }) => {
      const { type, run } = (message ?? {}) as ViewMessageFields;
      if (type === "resume-run" && typeof run === "string") void resume(editor.notebook, run);
      else void fromView(editor, message, channels, messaging);
    }),
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

async function fromView(
  editor: vscode.NotebookEditor,
  message: unknown,
  channels: ViewChannels,
  messaging: vscode.NotebookRendererMessaging,
): Promise<void> {
  const fields = (message ?? {}) as ViewMessageFields;
  if (await answeredByEditor(editor, fields)) return;
  if (await channels.send(editor.notebook, message)) return;
  const why = vscode.l10n.t("No kernel is running. Run the cell again to continue.");
  await answerWithoutKernel(editor, fields, messaging, why);
}
