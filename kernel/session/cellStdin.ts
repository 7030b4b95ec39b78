import { Readable } from "node:stream";
import { currentCell, type CellContext } from "./cellContext.js";
import { untouched } from "./stoppableTimers.js";

/**
 * What a cell reads from `process.stdin`: each line is asked of the person at the notebook, once somebody waits
 * for it. It ends with the cell, or where nobody can answer.
 */
class CellStdin extends Readable {
  readonly isTTY = false;
  readonly fd = 0;
  #isWanted = false;

  constructor(readonly cell: CellContext) {
    super({ highWaterMark: 1 });
    cell.signal.addEventListener("abort", () => this.push(null), { once: true });
    this.on("resume", () => this.#isWanted && this.#ask());
  }

  /** A reader that has its line often pauses right after: no other line is asked for then. */
  override _read(): void {
    this.#isWanted = true;
    untouched.setImmediate(() => !this.isPaused() && this.#ask());
  }

  #ask(): void {
    if (!this.#isWanted || this.cell.signal.aborted) return;
    this.#isWanted = false;
    this.cell.input("", false).then(
      (line) => this.push(`${line}\n`),
      () => this.push(null),
    );
  }
}

/**
 * Gives cells a `process.stdin` that asks the person at the notebook.
 *
 * @returns puts the process's own back
 */
export function routeStdin(): () => void {
  const own = Object.getOwnPropertyDescriptor(process, "stdin")!;
  const streams = new WeakMap<CellContext, CellStdin>();
  const ofCell = (cell: CellContext) => {
    if (!streams.has(cell)) streams.set(cell, new CellStdin(cell));
    return streams.get(cell);
  };
  const get = () => {
    const cell = currentCell();
    return cell ? ofCell(cell) : (own.get?.call(process) as unknown);
  };
  Object.defineProperty(process, "stdin", { get, configurable: true, enumerable: true });
  return () => Object.defineProperty(process, "stdin", own);
}
