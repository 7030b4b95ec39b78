import * as vscode from "vscode";
import type { Controller } from "../controller/controller.js";
import { restart } from "../controller/restart.js";
import { runStaleCells } from "../stale/runStaleCells.js";
import type { StaleCells } from "../stale/staleCells.js";
import type { CellTraining, Trainings } from "../training/trainings.js";
import { chooseDevice } from "./chooseDevice.js";
import { doctor } from "./doctor.js";
import { exportHtml } from "./exportHtml.js";
import { installJupyterKernel } from "./installJupyterKernel.js";
import { newNotebook } from "./newNotebook.js";
import { openExample } from "./openExample.js";
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
    "aen.openQuickstart": () => openExample(context, "quickstart"),
    "aen.openExample": (example?: string) =>
      openExample(context, typeof example === "string" ? example : undefined),
    "aen.chooseDevice": () => chooseDevice(context.extensionPath, controller),
    "aen.doctor": () => doctor(context.extensionPath),
    "aen.installJupyterKernel": () => installJupyterKernel(context.extensionPath),
    "aen.exportHtml": () => exportHtml(context.extensionPath),
    "aen.showLog": () => log.show(),
  };
}

/** Commands for the kernel of the active notebook. */
export function kernelCommands(controller: Controller, trainings: Trainings, stale: StaleCells): Handlers {
  const restartInFront = (): Promise<boolean> => {
    const notebook = notebookInFront(controller);
    const isTraining = trainings.goingOn.some(({ cell }) => cell.notebook === notebook);
    return restart(notebook, controller, isTraining);
  };
  return {
    "aen.restartKernel": async () => void (await restartInFront()),
    "aen.restartAndRunAll": async () => {
      if (await restartInFront()) await vscode.commands.executeCommand("notebook.execute");
    },
    "aen.runStaleCells": () => runStaleCells(notebookInFront(controller), stale),
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

/** @throws Error when the active notebook does not run in our kernel */
function notebookInFront(controller: Controller): vscode.NotebookDocument {
  const notebook = vscode.window.activeNotebookEditor?.notebook;
  if (notebook && controller.runs(notebook)) return notebook;
  throw new Error(vscode.l10n.t("Open a notebook and select the kernel AEN (TypeScript) first."));
}
