import * as vscode from "vscode";
import { notebookType } from "../kernelMetadata.js";
import { Disposables } from "../disposables.js";
import { progressText } from "./progressText.js";
import type { TrainingProgress } from "./trainingProgress.js";
import type { Trainings } from "./trainings.js";

/** Minimum time between redraws of a cell's status bar, in milliseconds. */
const interval = 400;

/** Shows progress and Pause, Resume and Stop below a cell that is training. */
export class TrainingStatusBar implements vscode.NotebookCellStatusBarItemProvider, vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #onDidChange = this.#owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeCellStatusBarItems = this.#onDidChange.event;
  #timer: NodeJS.Timeout | undefined;

  constructor(readonly trainings: Trainings) {
    this.#owned.add(trainings.onDidChange(() => this.#soon()));
    this.#owned.add(vscode.notebooks.registerNotebookCellStatusBarItemProvider(notebookType, this));
  }

  provideCellStatusBarItems(cell: vscode.NotebookCell): vscode.NotebookCellStatusBarItem[] {
    const progress = this.trainings.of(cell);
    return progress ? items(cell, progress) : [];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#owned.dispose();
  }

  #soon(): void {
    this.#setContext();
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#onDidChange.fire();
    }, interval);
  }

  #setContext(): void {
    const states = this.trainings.goingOn.map(({ progress }) => progress.state);
    const state = states.length === 0 ? "none" : states[0];
    void vscode.commands.executeCommand("setContext", "aen.training", state);
  }
}

function items(cell: vscode.NotebookCell, progress: TrainingProgress): vscode.NotebookCellStatusBarItem[] {
  const text = progressText(progress);
  const isPaused = progress.state === "paused";
  return [
    item(`${isPaused ? "$(debug-pause)" : "$(pulse)"} ${text}`, vscode.l10n.t("Training: {0}", text), 30),
    isPaused
      ? button("$(debug-continue)", vscode.l10n.t("Resume"), vscode.l10n.t("Resume training"), "resume", cell)
      : button("$(debug-pause)", vscode.l10n.t("Pause"), vscode.l10n.t("Pause training"), "pause", cell),
    button("$(debug-stop)", vscode.l10n.t("Stop"), vscode.l10n.t("Stop training"), "stop", cell),
  ];
}

function item(text: string, label: string, priority: number): vscode.NotebookCellStatusBarItem {
  const shown = new vscode.NotebookCellStatusBarItem(text, vscode.NotebookCellStatusBarAlignment.Left);
  shown.priority = priority;
  shown.tooltip = label;
  shown.accessibilityInformation = { label };
  return shown;
}

function button(
  icon: string,
  text: string,
  label: string,
  action: "pause" | "resume" | "stop",
  cell: vscode.NotebookCell,
): vscode.NotebookCellStatusBarItem {
  const shown = item(`${icon} ${text}`, label, action === "stop" ? 10 : 20);
  shown.command = { title: label, command: `aen.training.${action}`, arguments: [cell] };
  shown.accessibilityInformation = { label, role: "button" };
  return shown;
}
