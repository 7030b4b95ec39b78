import * as vscode from "vscode";
import { Disposables } from "../disposables.js";
import type { NotebookKernel } from "../kernel/notebookKernel.js";
import type { NotebookKernels } from "../kernel/notebookKernels.js";
import type { Controller } from "./controller.js";

/** Tells the user when a kernel has died, and offers to restart it. */
export function tellCrashes(
  kernels: NotebookKernels,
  controller: Controller,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const owned = new Disposables();
  owned.add(
    kernels.onDidAdd((kernel) => {
      kernel.onDidCrash(({ message }) => void tell(kernel, message, controller, log));
    }),
  );
  return owned;
}

async function tell(
  { notebook }: NotebookKernel,
  message: string,
  controller: Controller,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const restart = vscode.l10n.t("Restart");
  const show = vscode.l10n.t("Show Log");
  const answer = await vscode.window.showErrorMessage(message, restart, show);
  if (answer === restart && !notebook.isClosed) await controller.restart(notebook);
  if (answer === show) log.show();
}
