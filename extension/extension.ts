import * as vscode from "vscode";
import { generalCommands, kernelCommands, trainingCommands } from "./commands/notebookCommands.js";
import { registerCommands } from "./commands/register.js";
import { Controller } from "./controller/controller.js";
import { tellCrashes } from "./controller/crashMessages.js";
import { selectNamed } from "./controller/selectNamed.js";
import { Disposables } from "./disposables.js";
import { KernelStatusBar } from "./controller/kernelStatusBar.js";
import { NotebookKernels } from "./kernel/notebookKernels.js";
import { warmUp } from "./controller/warmUp.js";
import { registerLanguage } from "./language/register.js";
import { carryRendererMessages } from "./renderers/rendererMessages.js";
import { ViewChannels } from "./renderers/viewChannels.js";
import { runCommands } from "./runs/runCommands.js";
import { RunsView } from "./runs/runsView.js";
import { Trainings } from "./training/trainings.js";
import { TrainingStatusBar } from "./training/trainingStatusBar.js";
import { VariablesView } from "./variables/variablesView.js";

/** Wires the parts together; each lives in its own module. */
export function activate(context: vscode.ExtensionContext): void {
  const owned = new Disposables();
  context.subscriptions.push(owned);
  const log = owned.add(vscode.window.createOutputChannel("AEN Notebook", { log: true }));
  const kernels = owned.add(new NotebookKernels(context.extensionPath, log));
  const channels = owned.add(new ViewChannels(kernels));
  const controller = owned.add(new Controller(kernels));
  const trainings = owned.add(new Trainings(controller, channels));
  const runs = owned.add(new RunsView(trainings));
  const variables = owned.add(new VariablesView(controller));
  owned.add(new TrainingStatusBar(trainings));
  owned.add(new KernelStatusBar(controller));
  owned.add(tellCrashes(kernels, controller, log));
  owned.add(warmUp(controller));
  owned.add(selectNamed(controller, context.extension.id));
  owned.add(registerLanguage(controller));
  owned.add(carryRendererMessages(channels));
  const handlers = {
    ...generalCommands(context, controller, log),
    ...kernelCommands(controller),
    ...trainingCommands(trainings),
    ...runCommands(runs),
    "aen.variables.refresh": () => variables.refresh(),
  };
  owned.add(registerCommands(handlers, log));
}
