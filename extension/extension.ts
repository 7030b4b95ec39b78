import * as vscode from "vscode";
import { registerAssistant } from "./assistant/register.js";
import { generalCommands, kernelCommands, trainingCommands } from "./commands/notebookCommands.js";
import { registerCommands } from "./commands/register.js";
import { putOnTerminalPath } from "./commands/terminalPath.js";
import { Controller } from "./controller/controller.js";
import { keepClosedNotebooks } from "./controller/closedNotebooks.js";
import { tellCrashes } from "./controller/crashMessages.js";
import { tellDeafCells } from "./controller/deafCells.js";
import { tellOtherLanguages } from "./controller/otherLanguages.js";
import { tellLongCells } from "./controller/longCells.js";
import { selectNamed } from "./kernelSelection/selectNamed.js";
import { debugCell } from "./debugger/debugCell.js";
import { Disposables } from "./disposables.js";
import { KernelStatusBar } from "./controller/kernelStatusBar.js";
import { exerciseCommands } from "./exercises/exerciseCommands.js";
import { LessonWatch } from "./exercises/lessonWatch.js";
import { NotebookKernels } from "./kernel/notebookKernels.js";
import { warmUp } from "./controller/warmUp.js";
import { registerLanguage } from "./language/register.js";
import { carryRendererMessages } from "./renderers/rendererMessages.js";
import { ViewChannels } from "./renderers/viewChannels.js";
import { registerRecordEditors } from "./runs/page/recordEditors.js";
import { runCommands } from "./runs/runCommands.js";
import { StaleCells } from "./stale/staleCells.js";
import { StaleMarks } from "./stale/staleMarks.js";
import { ResumeOffers } from "./runs/resumeOffers.js";
import { RunsView } from "./runs/runsView.js";
import { CellTimes } from "./training/cellTimes.js";
import { resumeHere } from "./training/resumeHere.js";
import { Trainings } from "./training/trainings.js";
import { TrainingStatusBar } from "./training/trainingStatusBar.js";
import { UnfinishedTrainings } from "./training/unfinishedTrainings.js";
import { WorkStatusBar } from "./training/workStatusBar.js";
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
  const runs = owned.add(new RunsView(trainings, context.workspaceState));
  const variables = owned.add(new VariablesView(controller));
  owned.add(registerRecordEditors(context.extensionUri, () => runs.refresh()));
  owned.add(registerAssistant(runs, context.extensionPath));
  owned.add(new TrainingStatusBar(trainings));
  const unfinished = owned.add(new UnfinishedTrainings(trainings, context.workspaceState));
  owned.add(new ResumeOffers(unfinished, trainings, runs, controller));
  const times = owned.add(new CellTimes(controller, context.workspaceState));
  owned.add(new WorkStatusBar(controller, trainings, times));
  owned.add(new LessonWatch());
  owned.add(tellLongCells(controller));
  owned.add(new KernelStatusBar(controller));
  owned.add(tellCrashes(kernels, controller, log));
  owned.add(keepClosedNotebooks(kernels));
  owned.add(tellDeafCells(kernels, controller));
  owned.add(warmUp(controller));
  owned.add(selectNamed(controller, context.extension.id));
  owned.add(tellOtherLanguages(context.extension.id));
  owned.add(registerLanguage(controller));
  const stale = owned.add(new StaleCells(controller));
  owned.add(new StaleMarks(stale));
  owned.add(carryRendererMessages(channels, (notebook, run) => resumeHere(notebook, run, controller)));
  const handlers = {
    ...generalCommands(context, controller, log),
    ...kernelCommands(controller, trainings, stale),
    ...trainingCommands(trainings),
    "aen.debugCell": (cell?: vscode.NotebookCell) => debugCell(controller, context.extensionPath, cell),
    ...runCommands(runs, context),
    ...exerciseCommands,
    "aen.variables.refresh": () => variables.refresh(),
    "aen.variables.view": (name: string) => variables.view(name),
  };
  owned.add(registerCommands(handlers, log));
  try {
    putOnTerminalPath(context);
  } catch (error) {
    log.error(`aen is not on the path of terminals: ${String(error)}`);
  }
}
