import path from "node:path";
import * as vscode from "vscode";
import { Disposables } from "../disposables.js";
import type { NotebookKernel } from "../kernel/notebookKernel.js";
import type { NotebookKernels } from "../kernel/notebookKernels.js";

/** How long a kernel whose notebook was closed stays after its last cell has ended, in milliseconds. */
export const staying = 10 * 60_000;

/**
 * Asks what is to become of a cell that runs on in a closed notebook: VS Code lets nobody ask before a tab closes. Without
 * an answer the kernel stays until the cell has ended, and a while longer.
 */
export function keepClosedNotebooks(kernels: NotebookKernels): vscode.Disposable {
  const owned = new Disposables();
  owned.add(kernels.onDidLeave((kernel) => void ask(kernel, kernels)));
  return owned;
}

async function ask(kernel: NotebookKernel, kernels: NotebookKernels): Promise<void> {
  const leaving = endLater(kernel, kernels);
  const [keep, stop, shutDown] = [
    vscode.l10n.t("Keep"),
    vscode.l10n.t("Stop in Order"),
    vscode.l10n.t("Shut Down"),
  ];
  const name = path.basename(kernel.notebook.uri.path);
  const text = vscode.l10n.t(
    "A cell is still running in {0}, which was closed. Open the notebook again to see it. Stop in Order lets a training write its checkpoint, from which it can be resumed.",
    name,
  );
  const answer = await vscode.window.showWarningMessage(text, keep, stop, shutDown);
  if (answer === undefined || !kernels.isLeft(kernel)) return;
  leaving.dispose();
  if (answer === stop) await kernel.stopWork();
  if (answer !== keep && kernels.isLeft(kernel)) kernels.end(kernel);
}

/** Ends a kernel a while after it has become idle, unless its notebook is open again. */
function endLater(kernel: NotebookKernel, kernels: NotebookKernels): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const end = (): void => void (kernels.isLeft(kernel) && kernels.end(kernel));
  const listening = kernel.onDidChangeState((state) => {
    clearTimeout(timer);
    if (state === "idle") timer = setTimeout(end, staying).unref();
  });
  return { dispose: () => (listening.dispose(), clearTimeout(timer)) };
}
