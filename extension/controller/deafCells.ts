import * as vscode from "vscode";
import { deafCell } from "../../kernel/contracts/deafCell.js";
import { Disposables } from "../disposables.js";
import type { NotebookKernel } from "../kernel/notebookKernel.js";
import type { NotebookKernels } from "../kernel/notebookKernels.js";
import type { Controller } from "./controller.js";

/** Offers a restart where a cell has not stopped for a while: it is in a call that nothing ends from outside. */
export function tellDeafCells(kernels: NotebookKernels, controller: Controller): vscode.Disposable {
  const owned = new Disposables();
  owned.add(
    kernels.onDidAdd((kernel) => {
      kernel.onMessage(({ metadata }) => {
        if (metadata[deafCell] === true) void tell(kernel, controller);
      });
    }),
  );
  return owned;
}

async function tell({ notebook }: NotebookKernel, controller: Controller): Promise<void> {
  const restart = vscode.l10n.t("Restart");
  const text = vscode.l10n.t("The cell does not stop. A restart ends it; variables are lost.");
  const answer = await vscode.window.showWarningMessage(text, restart);
  if (answer === restart && !notebook.isClosed) await controller.restart(notebook);
}
