import * as vscode from "vscode";
import { Disposables } from "../disposables.js";
import {
  answeredByEditor,
  answerWithoutKernel,
  rendererId,
  type ViewMessageFields,
} from "../viewsWithoutKernel.js";
import { tellViewLanguage } from "../viewLanguage.js";
import { noKernelInBrowser } from "./noKernel.js";

/** Answers what views of a saved notebook ask for: no run is in progress, and nothing can be computed. */
export function answerSavedViews(): vscode.Disposable {
  const owned = new Disposables();
  const messaging = vscode.notebooks.createRendererMessaging(rendererId);
  owned.add(tellViewLanguage(messaging));
  owned.add(
    messaging.onDidReceiveMessage(async ({ editor, message }) => {
      const fields = (message ?? {}) as ViewMessageFields;
      if (await answeredByEditor(editor, fields)) return;
      await answerWithoutKernel(editor, fields, messaging, noKernelInBrowser());
    }),
  );
  return owned;
}
