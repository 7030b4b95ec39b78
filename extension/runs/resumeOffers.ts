import * as vscode from "vscode";
import type { Controller } from "../controller/controller.js";
import { Disposables } from "../disposables.js";
import { notebookType } from "../kernelMetadata.js";
import { resumeInCell, showsBoard } from "../training/resumeHere.js";
import type { Trainings } from "../training/trainings.js";
import type { UnfinishedTraining, UnfinishedTrainings } from "../training/unfinishedTrainings.js";
import { indexOfCell } from "./goToCell.js";
import { canResume } from "./recordedState.js";
import { cellOf } from "./runNames.js";
import { readRun, type RunRecord } from "./runRecord.js";

/** How often a run that is still being stopped is looked at, in milliseconds. */
const interval = 1000;

/**
 * Offers, below the cell of a training that a reload of the window cut short, to go on with it: its board may not have
 * been saved. Where the board is there, it has a button of its own.
 */
export class ResumeOffers implements vscode.NotebookCellStatusBarItemProvider, vscode.Disposable {
  static readonly command = "_aen.resumeInterrupted";
  readonly #owned = new Disposables();
  readonly #onDidChange = this.#owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeCellStatusBarItems = this.#onDidChange.event;
  readonly #offered = new Map<RunRecord, UnfinishedTraining>();
  readonly #asked = new Set<string>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly unfinished: Pick<UnfinishedTrainings, "all" | "forget">,
    private readonly trainings: Pick<Trainings, "goingOn" | "onDidChange">,
    private readonly runs: { runs(): Promise<readonly RunRecord[]> },
    private readonly controller: Pick<Controller, "resumeIn" | "kernels">,
  ) {
    const resume = (cell: vscode.NotebookCell, run: string) => this.#resume(cell, run);
    this.#owned.add(vscode.commands.registerCommand(ResumeOffers.command, resume));
    this.#owned.add(vscode.notebooks.registerNotebookCellStatusBarItemProvider(notebookType, this));
    this.#owned.add(trainings.onDidChange(() => this.#dropTrained()));
    this.#owned.add(vscode.workspace.onDidChangeNotebookDocument(() => this.#tell()));
    void this.#lookAt(unfinished.all);
  }

  dispose(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#owned.dispose();
  }

  provideCellStatusBarItems(cell: vscode.NotebookCell): vscode.NotebookCellStatusBarItem[] {
    const run = [...this.#offered.keys()].find((each) => this.#isOf(each, cell));
    return run && !this.#asked.has(run.id) && !showsBoard(cell, run.id) ? [itemOf(run, cell)] : [];
  }

  /** @param left the trainings that the window before this one has left behind */
  async #lookAt(left: readonly UnfinishedTraining[]): Promise<void> {
    if (left.length === 0) return;
    const all = await this.runs.runs();
    for (const training of left) {
      const record = all.find(({ id }) => id === training.run);
      if (record) await this.#judge(record, training);
      else this.unfinished.forget(training.run);
    }
  }

  /** A kernel that has lost its window stops its training in order, which takes a moment. */
  async #judge(record: RunRecord, training: UnfinishedTraining): Promise<void> {
    if (record.state === "running" || record.state === "paused") return this.#judgeLater(record, training);
    if (!canResume(record)) return this.unfinished.forget(record.id);
    this.#offered.set(record, training);
    this.#dropTrained();
    this.#tell();
  }

  #judgeLater({ folder }: RunRecord, training: UnfinishedTraining): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      const isTrainedHere = this.trainings.goingOn.some(({ progress }) => progress.run === training.run);
      if (isTrainedHere) return;
      void readRun(folder).then((record) => record && this.#judge(record, training));
    }, interval).unref();
    this.#timers.add(timer);
  }

  /** What is trained again is no offer, nor is a run whose cell trains anew. */
  #dropTrained(): void {
    for (const { cell, progress } of this.trainings.goingOn)
      for (const run of [...this.#offered.keys()].filter((each) => this.#isOf(each, cell))) {
        this.#offered.delete(run);
        if (run.id !== progress.run) this.unfinished.forget(run.id);
      }
  }

  #isOf(run: RunRecord, cell: vscode.NotebookCell): boolean {
    const recorded = cellOf(run);
    if (!recorded || this.#offered.get(run)?.notebook !== cell.notebook.uri.toString()) return false;
    return indexOfCell(cell.notebook.getCells(), recorded) === cell.index;
  }

  async #resume(cell: vscode.NotebookCell, run: string): Promise<void> {
    this.#asked.add(run);
    this.#tell();
    await resumeInCell(cell, run, this.controller);
    // It is offered again where the cells above have failed.
    this.#asked.delete(run);
    this.#tell();
  }

  #tell(): void {
    if (this.#offered.size > 0 || this.#asked.size > 0) this.#onDidChange.fire();
  }
}

function itemOf(
  { id, epoch, epochs }: RunRecord,
  cell: vscode.NotebookCell,
): vscode.NotebookCellStatusBarItem {
  const label =
    epochs === undefined
      ? vscode.l10n.t("Resume the interrupted training")
      : vscode.l10n.t("Resume the training interrupted at epoch {0} of {1}", epoch, epochs);
  const { Left } = vscode.NotebookCellStatusBarAlignment;
  const item = new vscode.NotebookCellStatusBarItem(`$(debug-continue) ${label}`, Left);
  item.priority = 30;
  item.tooltip = vscode.l10n.t("Its checkpoint was kept. In a new kernel the cells above run first.");
  item.accessibilityInformation = { label, role: "button" };
  item.command = { title: label, command: ResumeOffers.command, arguments: [cell, id] };
  return item;
}
