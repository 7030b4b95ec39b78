import type { NotebookKernel } from "../kernel/notebookKernel.js";
import type { CellRun } from "./cellRun.js";

/** The queued cells of one notebook. They run one at a time, and none runs after a failed one. */
export class NotebookQueue {
  #waiting: CellRun[] = [];
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

  async #drain(): Promise<void> {
    try {
      for (let run = this.#waiting.shift(); run; run = this.#waiting.shift()) {
        const result = await run.run(this.kernel);
        if (result !== "ok") this.clear();
      }
    } finally {
      this.#running = undefined;
    }
  }
}
