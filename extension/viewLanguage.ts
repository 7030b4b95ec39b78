import * as vscode from "vscode";
import { type Language, languageOf } from "../kernel/words/language.js";
import type { LanguageReply } from "../kernel/contracts/viewMessages.js";
import { Disposables } from "./disposables.js";

/** The language that views speak: as set or, for "auto", as VS Code does. */
export function viewLanguage(): Language {
  return languageOf(
    vscode.workspace.getConfiguration("aen").get<string>("views.language"),
    vscode.env.language,
  );
}

/** Calls back when the setting is changed. */
export function onViewLanguageChange(tell: (reply: LanguageReply) => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration("aen.views.language"))
      tell({ type: "language", language: viewLanguage() });
  });
}

/** Tells views in outputs their language: each renderer that asks, and all of them when the setting is changed. */
export function tellViewLanguage(messaging: vscode.NotebookRendererMessaging): vscode.Disposable {
  const owned = new Disposables();
  owned.add(
    messaging.onDidReceiveMessage(({ editor, message }) => {
      if ((message as { readonly type?: unknown } | null)?.type === "language")
        void messaging.postMessage({ type: "language", language: viewLanguage() }, editor);
    }),
  );
  owned.add(onViewLanguageChange((reply) => void messaging.postMessage(reply)));
  return owned;
}
