import { createRequire, syncBuiltinESMExports } from "node:module";
import { currentCell, runInCell, type CellContext } from "./cellContext.js";
import { handOver } from "./cellScripts.js";
import { replaceMethod, standIn } from "./standIn.js";
import { followPromise, followReference } from "./unreferencedTimers.js";

type Callback = (...args: unknown[]) => void;
type Start = (callback: Callback, ...rest: unknown[]) => NodeJS.Timeout | NodeJS.Immediate;
type Timer = NodeJS.Timeout | NodeJS.Immediate;

const timers = createRequire(import.meta.url)("node:timers") as Record<string, unknown>;
const promises = createRequire(import.meta.url)("node:timers/promises") as Record<string, unknown>;

/** The timers that the kernel itself uses, whatever cells do to the globals. */
export const nodeTimers = {
  setTimeout: globalThis.setTimeout,
  setImmediate: globalThis.setImmediate,
  clearTimeout: globalThis.clearTimeout,
  nextTick: process.nextTick.bind(process),
};

/**
 * Makes timers belong to the cell that starts them: a stop clears them, and a stopped cell cannot start new ones. Their
 * callbacks run in a separate tick right after Node's timer has fired: a callback terminated inside Node's loop over
 * immediates corrupts that loop ("reading '_idleNext'"), and the kernel would be lost.
 *
 * @returns a function that restores the timers
 */
export function makeTimersStoppable(): () => void {
  const restores = [
    replace("setTimeout", (start) => stoppable(start, clearTimeout, false)),
    replace("setInterval", (start) => stoppable(start, clearInterval, true)),
    replace("setImmediate", (start) => stoppable(start, clearImmediate as (timer: Timer) => void, false)),
    ...["setTimeout", "setImmediate", "setInterval"].map(replacePromise),
  ];
  syncBuiltinESMExports();
  return () => {
    restores.forEach((restore) => restore());
    syncBuiltinESMExports();
  };
}

function stoppable(start: Start, clear: (timer: never) => void, repeats: boolean): Start {
  const wrapped: Start = (callback, ...rest) => {
    const cell = currentCell();
    if (!cell || typeof callback !== "function") return start(callback, ...rest);
    const stop = () => clear(timer as never);
    const run = standIn(callback, (...args) => {
      if (!repeats) cell.signal.removeEventListener("abort", stop);
      nodeTimers.nextTick(() => runCallback(cell, callback, timer, args));
    });
    const timer = start(run, ...rest);
    if (cell.signal.aborted) stop();
    else cell.signal.addEventListener("abort", stop, { once: true });
    return followReference(timer);
  };
  return wrapped;
}

function runCallback(cell: CellContext, callback: Callback, timer: Timer, args: unknown[]): void {
  if (cell.signal.aborted) return;
  runInCell(cell, () => {
    try {
      handOver(callback, timer, args);
    } catch (error) {
      cell.fail(error);
    }
  });
}

function replace(name: string, wrap: (start: Start) => Start): () => void {
  const globals = globalThis as unknown as Record<string, Start>;
  const original = globals[name];
  const restore = replaceMethod(globals, name, wrap(original));
  const wrapped = (timers[name] = globals[name]);
  return () => {
    restore();
    if (timers[name] === wrapped) timers[name] = original;
  };
}

/** `timers/promises` accept a signal: the cell's is combined with the caller's. */
function replacePromise(name: string): () => void {
  type Wait = (...args: unknown[]) => unknown;
  const original = promises[name] as Wait;
  const optionsAt = name === "setImmediate" ? 1 : 2;
  return replaceMethod(promises as Record<string, Wait>, name, (...args) => {
    const cell = currentCell();
    if (!cell) return original(...args);
    const given = args[optionsAt] as { signal?: AbortSignal; ref?: boolean } | undefined;
    const signal = given?.signal ? AbortSignal.any([given.signal, cell.signal]) : cell.signal;
    const completed = Array.from({ length: optionsAt }, (_, index) => args[index]);
    const started = original(...completed, { ...given, signal });
    return given?.ref === false ? followPromise(started) : started;
  });
}
