import * as vscode from "vscode";
import type { Controller } from "../controller/controller.js";
import { Disposables } from "../disposables.js";
import type { KernelMove } from "../kernel/notebookKernels.js";
import { sameCell } from "../kernel/sameCell.js";
import type { ViewChannels } from "../renderers/viewChannels.js";
import { isGoingOn, type TrainingProgress, trainingProgress } from "./trainingProgress.js";

export interface CellTraining {
  readonly cell: vscode.NotebookCell;
  readonly progress: TrainingProgress;
}

/** The trainings in progress in cells, as reported by their boards. */
export class Trainings implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #byCell = new Map<vscode.NotebookCell, TrainingProgress>();
  readonly #onDidChange = this.#owned.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#onDidChange.event;
  readonly #onDidHear = this.#owned.add(new vscode.EventEmitter<CellTraining>());
  /** Fires with what a board says, also at the end of its training. */
  readonly onDidHear = this.#onDidHear.event;

  constructor(
    readonly controller: Controller,
    readonly channels: ViewChannels,
  ) {
    this.#owned.add(controller.onData(({ cell, data }) => this.#hear(cell, trainingProgress(data))));
    this.#owned.add(controller.onWillRun((cell) => this.#forget((each) => each === cell)));
    this.#owned.add(controller.kernels.onDidMove((move) => this.#moved(move)));
    this.#owned.add(
      controller.kernels.onDidChange(({ notebook, state }) => {
        if (state !== "busy" && state !== "idle") this.#forget((cell) => cell.notebook === notebook);
      }),
    );
  }

  of(cell: vscode.NotebookCell): TrainingProgress | undefined {
    return this.#byCell.get(cell);
  }

  /** The trainings that can be steered, most recently started first. */
  get goingOn(): CellTraining[] {
    return [...this.#byCell].map(([cell, progress]) => ({ cell, progress })).reverse();
  }

  /** Tells the kernel to pause, resume or stop a training; it acts within one step. */
  async steer({ cell, progress }: CellTraining, action: "pause" | "resume" | "stop"): Promise<void> {
    await this.channels.send(cell.notebook, { type: "run-control", run: progress.run, action });
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #hear(cell: vscode.NotebookCell, progress: TrainingProgress | undefined): void {
    if (!progress) return;
    if (isGoingOn(progress)) this.#byCell.set(cell, progress);
    else this.#byCell.delete(cell);
    this.#onDidHear.fire({ cell, progress });
    this.#onDidChange.fire();
  }

  #moved({ from, to }: KernelMove): void {
    for (const [cell, progress] of [...this.#byCell]) {
      if (cell.notebook !== from) continue;
      this.#byCell.delete(cell);
      const same = sameCell(to, cell);
      if (same) this.#byCell.set(same, progress);
    }
    this.#onDidChange.fire();
  }

  #forget(matches: (cell: vscode.NotebookCell) => boolean): void {
    const gone = [...this.#byCell.keys()].filter(matches);
    for (const cell of gone) this.#byCell.delete(cell);
    if (gone.length > 0) this.#onDidChange.fire();
  }
}
