import * as vscode from "vscode";
import type { Controller } from "./controller.js";

/**
 * Restarts a notebook's kernel. Where that loses something, it asks first, if the setting says so: a cell that is running,
 * such as a training, can be stopped in order, so that it can be resumed later.
 * @param runs whether a training goes on in the notebook
 * @returns false when the user has changed their mind
 */
export async function restart(
  notebook: vscode.NotebookDocument,
  controller: Controller,
  isTraining: boolean,
): Promise<boolean> {
  const choice = await agreed(notebook, controller, isTraining);
  if (choice === undefined) return false;
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Restarting the kernel") },
    async () => {
      if (choice === "in order") await controller.stopInOrder(notebook);
      await controller.restart(notebook);
    },
  );
  return true;
}

async function agreed(
  notebook: vscode.NotebookDocument,
  controller: Controller,
  isTraining: boolean,
): Promise<"at once" | "in order" | undefined> {
  const settings = vscode.workspace.getConfiguration("aen", notebook.uri);
  const kernel = controller.kernels.existing(notebook);
  if (!settings.get<boolean>("askBeforeRestart", true) || !kernel?.hasRun || kernel.state === "dead")
    return "at once";
  const [inOrder, now, always] = [
    vscode.l10n.t("Stop in Order and Restart"),
    vscode.l10n.t("Restart"),
    vscode.l10n.t("Restart and Don't Ask Again"),
  ];
  const question = isTraining
    ? vscode.l10n.t("Restart the kernel while a training goes on?")
    : vscode.l10n.t("Restart the kernel?");
  const detail = isTraining
    ? vscode.l10n.t(
        "Stop in Order ends the training after its step with a checkpoint, from which Resume goes on. A restart at once loses what was trained since the last checkpoint. All variables are lost.",
      )
    : vscode.l10n.t("All variables are lost; the notebook keeps its cells and outputs.");
  const options = isTraining ? [inOrder, now] : [now, always];
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, ...options);
  if (answer === always) await settings.update("askBeforeRestart", false, vscode.ConfigurationTarget.Global);
  if (answer === inOrder) return "in order";
  return answer === undefined ? undefined : "at once";
}
