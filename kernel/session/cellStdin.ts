import { Readable } from "node:stream";
import { currentCell, type CellContext } from "./cellContext.js";
import { nodeTimers } from "./stoppableTimers.js";

/**
 * A cell's `process.stdin`: it asks the notebook's user for each line once a reader waits for it. It ends with the
 * cell, or when input is not available.
 */
class Stdin extends Readable {
  readonly isTTY = false;
  readonly fd = 0;
  readonly #cell: CellContext;
  #isWanted = false;

  constructor(cell: CellContext) {
    super({ highWaterMark: 1 });
    this.#cell = cell;
    cell.signal.addEventListener("abort", () => this.push(null), { once: true });
  }

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event === "resume" && this.#isWanted) this.#ask();
    return super.emit(event, ...args);
  }

  /** A reader often pauses right after it gets its line; in that case it must not be asked for another one. */
  override _read(): void {
    this.#isWanted = true;
    nodeTimers.setImmediate(() => !this.isPaused() && this.#ask());
  }

  #ask(): void {
    if (!this.#isWanted || this.#cell.signal.aborted) return;
    this.#isWanted = false;
    this.#cell.input("", false).then(
      (line) => this.push(`${line}\n`),
      () => this.push(null),
    );
  }
}

/**
 * Gives cells a `process.stdin` that asks the notebook's user.
 *
 * @returns a function that restores the process's own
 */
export function routeStdin(): () => void {
  const own = Object.getOwnPropertyDescriptor(process, "stdin")!;
  const streams = new WeakMap<CellContext, Stdin>();
  const ofCell = (cell: CellContext) => {
    if (!streams.has(cell)) streams.set(cell, new Stdin(cell));
    return streams.get(cell);
  };
  const get = () => {
    const cell = currentCell();
    return cell ? ofCell(cell) : (own.get?.call(process) as unknown);
  };
  Object.defineProperty(process, "stdin", { get, configurable: true, enumerable: true });
  return () => Object.defineProperty(process, "stdin", own);
}
