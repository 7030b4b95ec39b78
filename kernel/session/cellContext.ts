import { AsyncLocalStorage } from "node:async_hooks";
import type { CellOutput } from "./cellOutput.js";

/** One execution of a cell: whatever it starts, however late, belongs to it. */
export interface CellContext {
  readonly executionCount: number;
  readonly signal: AbortSignal;
  /** Takes an output of this cell, also after the cell has ended. */
  emit(output: CellOutput): void;
}

const storage = new AsyncLocalStorage<CellContext>();

/** The cell to which the running code belongs, however long ago it ended. */
export function currentCell(): CellContext | undefined {
  return storage.getStore();
}

/** Runs a function, and everything that it starts, as part of a cell. */
export function runInCell<T>(cell: CellContext, body: () => T): T {
  return storage.run(cell, body);
}

/** Runs a function that is no part of the cell from which it is called. */
export function runOutsideCells<T>(body: () => T): T {
  return storage.exit(body);
}
