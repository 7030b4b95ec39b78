import * as vscode from "vscode";
import type { CellWork } from "../controller/cellRun.js";
import type { Controller } from "../controller/controller.js";
import { showCell } from "../controller/showCell.js";
import { Disposables } from "../disposables.js";
import type { KernelMove } from "../kernel/notebookKernels.js";
import { sameCell } from "../kernel/sameCell.js";
import type { CellTimes } from "./cellTimes.js";
import { leftInAll, progressText } from "./progressText.js";
import type { Trainings } from "./trainings.js";

/** How often the item is drawn anew while a cell runs, in milliseconds. */
const interval = 1000;

/** Says in VS Code's status bar what the cell that is running does, in whichever notebook; a click goes to it. */
export class WorkStatusBar implements vscode.Disposable {
  static readonly command = "_aen.showRunningCell";
  readonly #owned = new Disposables();
  readonly #item = this.#owned.add(
    vscode.window.createStatusBarItem("aen.work", vscode.StatusBarAlignment.Left, 0),
  );
  readonly #running = new Map<vscode.NotebookDocument, CellWork>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    controller: Controller,
    readonly trainings: Trainings,
    readonly times: Pick<CellTimes, "secondsLeft">,
  ) {
    this.#item.name = vscode.l10n.t("AEN progress");
    this.#item.command = WorkStatusBar.command;
    this.#owned.add(controller.onDidWork((work) => this.#hear(work)));
    this.#owned.add(controller.kernels.onDidMove((move) => this.#moved(move)));
    this.#owned.add(
      vscode.commands.registerCommand(WorkStatusBar.command, async () => {
        const work = this.#newest;
        if (work) await showCell(work.cell);
      }),
    );
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#owned.dispose();
  }

  get #newest(): CellWork | undefined {
    return [...this.#running.values()].at(-1);
  }

  #hear(work: CellWork): void {
    this.#running.delete(work.cell.notebook);
    if (work.isRunning) this.#running.set(work.cell.notebook, work);
    clearInterval(this.#timer);
    if (this.#running.size > 0) this.#timer = setInterval(() => this.#draw(), interval);
    else this.#item.hide();
  }

  #moved({ from, to }: KernelMove): void {
    const work = this.#running.get(from);
    const cell = work && sameCell(to, work.cell);
    this.#running.delete(from);
    if (work && cell) this.#running.set(to, { ...work, cell });
  }

  #draw(): void {
    const work = this.#newest;
    if (!work) return this.#item.hide();
    const training = this.trainings.of(work.cell);
    const inAll = this.times.secondsLeft(work);
    const text = training
      ? vscode.l10n.t("Training: {0}", progressText(training, inAll))
      : [runningText(work), inAll === undefined ? [] : leftInAll(inAll)].flat().join(" · ");
    this.#item.text = `$(pulse) ${text}`;
    this.#item.tooltip = vscode.l10n.t("{0}. Show the cell.", text);
    this.#item.accessibilityInformation = { label: text, role: "button" };
    this.#item.show();
  }
}

function runningText({ cell, started }: CellWork): string {
  return vscode.l10n.t("Cell {0} has been running for {1}", cell.index + 1, elapsed(started));
}

/** Minutes and seconds. */
function elapsed(started: number): string {
  const seconds = Math.round((Date.now() - started) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
