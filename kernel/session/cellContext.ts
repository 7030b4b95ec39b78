import { AsyncLocalStorage } from "node:async_hooks";
import type { CellOutput } from "../contracts/cellOutput.js";

/** One execution of a cell. Everything it starts belongs to it, however late. */
export interface CellContext {
  readonly executionCount: number;
  /** Its text. */
  readonly code: string;
  /** Aborted when the cell is stopped; the reason is the error that ends the cell. */
  readonly signal: AbortSignal;
  /** Takes an output of this cell, even after the cell has ended. */
  emit(output: CellOutput): void;
  /** Shows an error that the cell did not catch, even after the cell has ended. */
  fail(error: unknown): void;
  /** Ends the cell with a reason. */
  stop(reason: Error): void;
  /** Asks the notebook's user for a line. */
  input(prompt: string, password: boolean): Promise<string>;
}

const storage = new AsyncLocalStorage<CellContext | undefined>();

/** The cell that the running code belongs to, even if it ended long ago. */
export function currentCell(): CellContext | undefined {
  return storage.getStore();
}

/** Runs a function, and everything it starts, as part of a cell. */
export function runInCell<T>(cell: CellContext, body: () => T): T {
  return storage.run(cell, body);
}

/** Makes the running code part of a cell again from here on. */
export function enterCell(cell: CellContext | undefined): void {
  storage.enterWith(cell);
}

/** Runs a function outside the cell that calls it. */
export function runOutsideCells<T>(body: () => T): T {
  return storage.getStore() === undefined ? body() : storage.run(undefined, body);
}

/**
 * Returns the value, unless the cell that the running code belongs to has been stopped.
 *
 * @throws the reason why the cell was stopped
 */
export function unlessStopped<T>(value?: T): T | undefined {
  const cell = storage.getStore();
  if (cell?.signal.aborted) throw cell.signal.reason;
  return value;
}
