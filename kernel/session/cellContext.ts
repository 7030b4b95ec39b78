import { AsyncLocalStorage } from "node:async_hooks";
import type { CellOutput } from "./cellOutput.js";

/** One execution of a cell: whatever it starts, however late, belongs to it. */
export interface CellContext {
  readonly executionCount: number;
  /** Aborted when the cell is stopped; the reason is the error that ends the cell. */
  readonly signal: AbortSignal;
  /** Takes an output of this cell, also after the cell has ended. */
  emit(output: CellOutput): void;
  /** Shows an error that nothing in the cell has caught, also after the cell has ended. */
  fail(error: unknown): void;
  /** Ends the cell with a reason. */
  stop(reason: Error): void;
  /** Asks the person at the notebook for a line. */
  input(prompt: string, password: boolean): Promise<string>;
}

const storage = new AsyncLocalStorage<CellContext | undefined>();

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
  return storage.getStore() === undefined ? body() : storage.run(undefined, body);
}

/**
 * Passes a value on, unless the cell to which the running code belongs has been stopped.
 *
 * @throws the reason for which the cell was stopped
 */
export function live<T>(value?: T): T | undefined {
  const cell = storage.getStore();
  if (cell?.signal.aborted) throw cell.signal.reason;
  return value;
}
