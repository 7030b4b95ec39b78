/**
 * The extension in VS Code for the Web (vscode.dev, github.dev), where nothing can run: saved notebooks show their views,
 * which stay linked and can be explored, and a cell that is run says where cells do run. Nothing here needs Node.
 */
import type * as vscode from "vscode";
import { selectNamed } from "./kernelSelection/selectNamed.js";
import { Disposables } from "./disposables.js";
import { kernelThatRefuses } from "./web/noKernel.js";
import { answerSavedViews } from "./web/savedViews.js";

export function activate(context: vscode.ExtensionContext): void {
  const owned = new Disposables();
  context.subscriptions.push(owned);
  owned.add(kernelThatRefuses());
  owned.add(selectNamed({ runs: () => false }, context.extension.id));
  owned.add(answerSavedViews());
}
