import type * as vscode from "vscode";
import type { NotebookKernel } from "../kernel/notebookKernel.js";
import type { CellRun } from "./cellRun.js";

/** The queued cells of one notebook. They run one at a time, and none runs after a failed one. */
export class NotebookQueue {
  #waiting: CellRun[] = [];
  #current: CellRun | undefined;
  #running: Promise<void> | undefined;

  constructor(readonly kernel: NotebookKernel) {}

  /** Resolves when all queued cells have ended. */
  run(cells: readonly CellRun[]): Promise<void> {
    this.#waiting.push(...cells);
    this.#running ??= this.#drain();
    return this.#running;
  }

  /** Ends the queued cells; the running one is left to the kernel. */
  clear(): void {
    for (const run of this.#waiting.splice(0)) run.cancel();
  }

  /** Goes on in a notebook that was opened anew; the cells that it no longer has are dropped. */
  moveTo(cellOf: (cell: vscode.NotebookCell) => vscode.NotebookCell | undefined): void {
    const waiting = this.#waiting;
    this.#waiting = waiting.filter((run) => moved(run, cellOf));
    for (const run of waiting) if (!this.#waiting.includes(run)) run.cancel();
    if (this.#current) moved(this.#current, cellOf);
  }

  async #drain(): Promise<void> {
    try {
      for (let run = this.#waiting.shift(); run; run = this.#waiting.shift()) {
        this.#current = run;
        const result = await run.run(this.kernel);
        if (result !== "ok") this.clear();
      }
    } finally {
      this.#current = undefined;
      this.#running = undefined;
    }
  }
}

function moved(
  run: CellRun,
  cellOf: (cell: vscode.NotebookCell) => vscode.NotebookCell | undefined,
): boolean {
  const cell = cellOf(run.cell);
  if (cell) run.moveTo(cell);
  return cell !== undefined;
}
