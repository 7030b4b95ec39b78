import { createHook, executionAsyncResource } from "node:async_hooks";
import type { CellOutput } from "../contracts/cellOutput.js";
import { mark, markOf } from "./unseenMarks.js";

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

/**
 * Whatever is started takes over the cell of what starts it, as with Node's AsyncLocalStorage. That one keeps its value
 * in a property of every promise, timer and socket, and each that a user prints would show our cell.
 */
const inheritance = createHook({
  init: (_id, _type, _trigger, started) => mark(started, markOf(executionAsyncResource())),
});

/** The cell that the running code belongs to, even if it ended long ago. */
export function currentCell(): CellContext | undefined {
  return markOf(executionAsyncResource()) as CellContext | undefined;
}

/** Runs a function, and everything it starts, as part of a cell. */
export function runInCell<T>(cell: CellContext | undefined, body: () => T): T {
  inheritance.enable();
  const running = executionAsyncResource();
  const before = markOf(running);
  mark(running, cell);
  try {
    return body();
  } finally {
    mark(running, before);
  }
}

/** Makes the running code part of a cell again from here on. */
export function enterCell(cell: CellContext | undefined): void {
  mark(executionAsyncResource(), cell);
}

/** Runs a function outside the cell that calls it. */
export function runOutsideCells<T>(body: () => T): T {
  return currentCell() === undefined ? body() : runInCell(undefined, body);
}

let stopEarly: (cell: CellContext) => void = () => {};

/** Says what stops a cell that must not wait for the message of its stop; undefined for nothing. */
export function setEarlyStop(stop?: (cell: CellContext) => void): void {
  stopEarly = stop ?? (() => {});
}

/**
 * Returns the value, unless the cell that the running code belongs to has been stopped.
 *
 * @throws the reason why the cell was stopped
 */
export function unlessStopped<T>(value?: T): T | undefined {
  const cell = currentCell();
  if (cell === undefined) return value;
  stopEarly(cell);
  if (cell.signal.aborted) throw cell.signal.reason;
  return value;
}
