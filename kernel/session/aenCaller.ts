import { setMaxListeners } from "node:events";
import { setCallerLookup } from "../aen/caller.js";
import { currentCell, runInCell, type CellContext } from "./cellContext.js";
import type { CellOutput } from "./cellOutput.js";

/**
 * Makes cells the callers of AEN's work: an interrupt stops a training, an ablation or an import that a cell began,
 * and lets it end in order, while all else that the cell has scheduled is dropped at once.
 *
 * @returns makes them so no longer
 */
export function makeCellsCallers(): () => void {
  setCallerLookup(() => {
    const cell = currentCell();
    if (!cell || cell instanceof CellWork) return undefined;
    const carryOut = <T>(work: () => T): T => runInCell(new CellWork(cell), work);
    return { signal: cell.signal, carryOut };
  });
  return () => setCallerLookup(undefined);
}

/** Work of AEN that a cell began: its outputs are the cell's, its time is its own. */
class CellWork implements CellContext {
  readonly signal = new AbortController().signal;

  constructor(readonly cell: CellContext) {
    setMaxListeners(0, this.signal);
  }

  get executionCount(): number {
    return this.cell.executionCount;
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
