import { setMaxListeners } from "node:events";
import { setOwnerLookup } from "../aen/host/cancellation.js";
import { currentCell, runInCell, type CellContext } from "./cellContext.js";
import type { CellOutput } from "../contracts/cellOutput.js";

/**
 * Makes cells the owners of AEN work: an interrupt stops a training, an ablation or an import that a cell started and
 * lets it shut down cleanly, while everything else that the cell has scheduled is dropped at once.
 *
 * @returns a function that undoes this
 */
export function makeCellsOwnWork(): () => void {
  setOwnerLookup(() => {
    const cell = currentCell();
    if (!cell || cell instanceof CellWork) return undefined;
    const carryOut = <T>(work: () => T): T => runInCell(new CellWork(cell), work);
    return { signal: cell.signal, carryOut };
  });
  return () => setOwnerLookup(undefined);
}

/** AEN work that a cell started: its outputs are the cell's, its lifetime is its own. */
class CellWork implements CellContext {
  readonly signal = new AbortController().signal;

  constructor(readonly cell: CellContext) {
    setMaxListeners(0, this.signal);
  }

  get executionCount(): number {
    return this.cell.executionCount;
  }

  get code(): string {
    return this.cell.code;
  }

  emit(output: CellOutput): void {
    this.cell.emit(output);
  }

  fail(error: unknown): void {
    this.cell.fail(error);
  }

  stop(reason: Error): void {
    this.cell.stop(reason);
  }

  input(prompt: string, password: boolean): Promise<string> {
    return this.cell.input(prompt, password);
  }
}
