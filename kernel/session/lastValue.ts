import { types } from "node:util";
import type { MimeData } from "../contracts/cellOutput.js";
import { runInCell } from "./cellContext.js";
import type { CellExecution } from "./cellExecution.js";
import { mimeBundle } from "./mimeOfValue.js";
import { settle } from "./settle.js";
import { nodeTimers } from "./stoppableTimers.js";
import { storableData } from "./storableData.js";

/**
 * Starts user code with nothing of the kernel on the stack or in the microtask queue, because terminating a loop in the
 * code loses everything there. Node's immediate queue is not on the stack either; see stoppableTimers.ts.
 */
export function onEmptyStack<T>(body: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const begin = () => void settle(body, resolve, reject);
    nodeTimers.setImmediate(() => nodeTimers.nextTick(begin));
  });
}

/** The cell awaits its last value once the rest has ended; until then Node must not report that nobody handles it. */
export function awaitedLater(value: unknown): unknown {
  if (types.isPromise(value)) Promise.prototype.then.call(value, undefined, () => {});
  return value;
}

/** A cell's last value. One with a `then` of its own may never settle, or loop there, and a stop ends it. */
export async function settledValue(value: unknown, cell: CellExecution): Promise<unknown> {
  if ((typeof value !== "object" || value === null) && typeof value !== "function") return value;
  return cell.untilStopped(onEmptyStack(() => runInCell(cell, async () => value)));
}

/** The forms of a value, as a notebook can store them; what the value's own code does, a stop can end. */
export function formsOf(value: unknown, cell: CellExecution): Promise<MimeData> {
  return onEmptyStack(() => runInCell(cell, async () => storableData(await mimeBundle(value))));
}
