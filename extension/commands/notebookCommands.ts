import * as vscode from "vscode";
import type { Controller } from "../controller/controller.js";
import type { CellTraining, Trainings } from "../training/trainings.js";
import { chooseDevice } from "./chooseDevice.js";
import { doctor } from "./doctor.js";
import { exportHtml } from "./exportHtml.js";
import { installJupyterKernel } from "./installJupyterKernel.js";
import { newNotebook } from "./newNotebook.js";
import { openQuickstart } from "./openQuickstart.js";
import type { Handlers } from "./register.js";

/** Commands that concern no particular notebook. */
export function generalCommands(
  context: vscode.ExtensionContext,
  controller: Controller,
  log: vscode.LogOutputChannel,
): Handlers {
  return {
    "aen.newNotebook": (template?: string) =>
      newNotebook(context.extension.id, typeof template === "string" ? template : undefined),
    "aen.openQuickstart": () => openQuickstart(context),
    "aen.chooseDevice": () => chooseDevice(context.extensionPath, controller),
    "aen.doctor": () => doctor(context.extensionPath, log),
    "aen.installJupyterKernel": () => installJupyterKernel(context.extensionPath),
    "aen.exportHtml": () => exportHtml(context.extensionPath),
    "aen.showLog": () => log.show(),
  };
}

/** Commands for the kernel of the active notebook. */
export function kernelCommands(controller: Controller): Handlers {
  return {
    "aen.restartKernel": () => restart(controller),
    "aen.interruptKernel": () => controller.interrupt(notebookInFront(controller)),
  };
}

/** Commands for a training: the given cell's, else the active notebook's, else the most recently started one. */
export function trainingCommands(trainings: Trainings): Handlers {
  const steer = async (action: "pause" | "resume" | "stop", cell?: vscode.NotebookCell): Promise<void> => {
    const training = meant(trainings, cell);
    if (!training) throw new Error(vscode.l10n.t("No training is running."));
    await trainings.steer(training, action);
  };
  return {
    "aen.training.pause": (cell?: vscode.NotebookCell) => steer("pause", cell),
    "aen.training.resume": (cell?: vscode.NotebookCell) => steer("resume", cell),
    "aen.training.stop": (cell?: vscode.NotebookCell) => steer("stop", cell),
  };
}

function meant(trainings: Trainings, cell: vscode.NotebookCell | undefined): CellTraining | undefined {
  const all = trainings.goingOn;
  const inFront = vscode.window.activeNotebookEditor?.notebook;
  return (
    all.find((each) => each.cell === cell) ?? all.find((each) => each.cell.notebook === inFront) ?? all.at(0)
  );
}

async function restart(controller: Controller): Promise<void> {
  const notebook = notebookInFront(controller);
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Restarting the kernel") },
    () => controller.restart(notebook),
  );
}

/** @throws Error when the active notebook does not run in our kernel */
function notebookInFront(controller: Controller): vscode.NotebookDocument {
  const notebook = vscode.window.activeNotebookEditor?.notebook;
  if (notebook && controller.runs(notebook)) return notebook;
  throw new Error(vscode.l10n.t("Open a notebook and select the kernel AEN (TypeScript) first."));
}
