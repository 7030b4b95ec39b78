import { currentCell } from "./cellContext.js";
import { CellExecution } from "./cellExecution.js";
import { Interrupted } from "./cellError.js";
import { holdMainThread } from "./interrupter.js";
import { sharedState } from "./sharedState.js";

type Wait = (memory: Int32Array, index: number, value: number, timeout?: number) => string;

/**
 * Makes `Atomics.wait` of a cell stoppable. To interrupt a thread in such a wait can end the process ("free(): invalid
 * pointer"), so a cell waits in short turns, which no interrupt hits, and a stop ends it between two of them. What is
 * notified without a change of the value, just between two turns, is missed.
 *
 * @returns a function that undoes this
 */
export function makeWaitsStoppable(state: Int32Array): () => void {
  const original = Atomics.wait as Wait;
  const wait: Wait = (memory, index, value, timeout) => {
    const cell = currentCell();
    // AEN's own work ends in order: a stop must not make what it waits for fail.
    if (!(cell instanceof CellExecution) || isOver(timeout)) return original(memory, index, value, timeout);
    return waitInTurns(cell, state, memory, index, value, timeout);
  };
  Object.defineProperty(Atomics, "wait", { value: wait, configurable: true, writable: true });
  return () => {
    if ((Atomics.wait as Wait) === wait) Object.assign(Atomics, { wait: original });
  };
}

function isOver(timeout: number | undefined): boolean {
  return timeout !== undefined && Number(timeout) <= 0;
}

function waitInTurns(
  cell: CellExecution,
  state: Int32Array,
  memory: Int32Array,
  index: number,
  value: number,
  timeout = Infinity,
): string {
  const end = performance.now() + (Number.isNaN(Number(timeout)) ? Infinity : Number(timeout));
  for (let turn = 0; ; turn++) {
    const left = end - performance.now();
    if (left <= 0) return "timed-out";
    const result = holdMainThread(state, memory, index, value, left);
    // A value that changed meanwhile was changed by who notifies.
    if (result === "not-equal" && turn > 0) return "ok";
    if (result === "ok" || result === "not-equal") return result;
    if (Atomics.load(state, sharedState.stopping) === 1) throw stopped(cell);
  }
}

function stopped(cell: CellExecution): Error {
  const reason = new Interrupted();
  cell.stop(reason);
  return reason;
}
