import { EventEmitter } from "node:events";
import process from "node:process";
import { type FatalHandler, handleQuietly } from "./quietHandling.js";

type Hear = (error: unknown) => void;

const events = ["uncaughtException", "unhandledRejection"] as const;

/** Node's own, whatever cells are given in their place. */
const { on, off, listeners } = EventEmitter.prototype;
const { apply, getOwnPropertyDescriptor, defineProperty, deleteProperty } = Reflect;

/** What Node calls with an error that nobody has caught; unlike listeners, it is not meant for programs. */
const node = process as unknown as { _fatalException?: FatalHandler; _exiting?: boolean };

/**
 * Hears of errors and rejections that no code has caught, and keeps the process alive. It listens as any program may. A
 * cell can take listeners away (`process.removeAllListeners()`), replace `process.emit`, or have a listener that throws
 * itself: then Node would end the process, and the error is heard just before.
 *
 * @returns a function that undoes this
 */
export function hearUncaughtErrors(hear: Hear): () => void {
  const original = node._fatalException;
  let heard = 0;
  const fail = ((error: unknown) => {
    heard++;
    hear(error);
  }).bind(undefined);
  for (const event of events) process.on(event, fail);
  const lastResort = (error: unknown) => {
    try {
      fail(error);
    } catch {
      // A cell has broken what the telling needs; the process lives on.
    }
  };
  const handle: FatalHandler = (error, fromPromise) => {
    const before = heard;
    const exitCode = process.exitCode; // taken apart from an array, it would need an iterator that a cell can take
    let isHeard: boolean;
    try {
      listenAgain(fail);
      if (apply(original!, process, [error, fromPromise]) as boolean) return true;
      isHeard = heard > before;
    } catch (other) {
      isHeard = heard > before;
      if (other !== error) lastResort(other);
      // Left there, it would keep rejections from being heard.
      deleteProperty(process, "emit");
    }
    if (!isHeard) lastResort(error);
    node._exiting = false;
    process.exitCode = exitCode;
    return handleQuietly(original!);
  };
  const restore = original ? replaceHandler(handle.bind(undefined)) : () => {};
  return () => {
    restore();
    for (const event of events) apply(off, process, [event, fail]);
  };
}

/** Puts a listener back that a cell has removed with all others. */
function listenAgain(fail: Hear): void {
  for (let at = 0; at < events.length; at++) {
    const present = apply(listeners, process, [events[at]]) as unknown[];
    let isThere = false;
    for (let each = 0; each < present.length; each++) isThere ||= present[each] === fail;
    if (!isThere) apply(on, process, [events[at], fail]);
  }
}

/** Assigning to it has no effect: whoever replaces it would end the process with the next error. */
function replaceHandler(handle: FatalHandler): () => void {
  const before = getOwnPropertyDescriptor(process, "_fatalException")!;
  defineProperty(process, "_fatalException", { get: () => handle, set() {}, configurable: true });
  return () => void defineProperty(process, "_fatalException", before);
}
