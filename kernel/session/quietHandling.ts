import { createRequire } from "node:module";
import process from "node:process";
import { replaceMethod } from "./standIn.js";

/** Node's handler of errors that nobody has caught. */
export type FatalHandler = (error: unknown, fromPromise?: boolean) => boolean;

type Capture = ((error: Error) => void) | null;

/** Node's own, whatever cells are given in its place. */
const { apply, getOwnPropertyDescriptor, defineProperty, deleteProperty } = Reflect;
const setCapture = process.setUncaughtExceptionCaptureCallback.bind(process);
let captured: Capture = null;

const timers = createRequire(import.meta.url)("node:timers") as Record<string, unknown>;
const { setImmediate } = timers;

/** Remembers who captures uncaught errors, which Node does not tell. @returns a function that undoes this */
export function rememberCapture(): () => void {
  return replaceMethod(process, "setUncaughtExceptionCaptureCallback", (capture: Capture) => {
    setCapture(capture);
    captured = capture;
  });
}

/**
 * Lets Node do what follows an error that was handled, with nobody who is told of it: it empties its stack of async ids and
 * goes on. What a cell has put in the place of `process.emit`, or captures errors with, is set aside meanwhile.
 */
export function handleQuietly(handle: FatalHandler): boolean {
  const emit = getOwnPropertyDescriptor(process, "emit");
  const quiet = { value: () => true, configurable: true, writable: true };
  const isReplaced = defineProperty(process, "emit", quiet);
  const given = getOwnPropertyDescriptor(timers, "setImmediate")!;
  defineProperty(timers, "setImmediate", { ...given, value: setImmediate });
  try {
    setCapture(null);
    return apply(handle, process, [undefined]) as boolean;
  } catch {
    return true;
  } finally {
    defineProperty(timers, "setImmediate", given);
    if (emit) defineProperty(process, "emit", emit);
    else if (isReplaced) deleteProperty(process, "emit");
    if (captured) setCapture(captured);
  }
}
