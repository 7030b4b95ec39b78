import process from "node:process";
import { type FatalHandler, handleQuietly, rememberCapture } from "./quietHandling.js";

const key = "aen.forgetAsyncIds";

/** The code that the inspector evaluates on the main thread before a termination; see {@link keepAsyncIdsWhole}. */
export const forgetAsyncIds = `globalThis["${key}"]?.()`;

/**
 * Lets the main thread survive terminations. Node keeps a stack of async ids and aborts the process if it is not empty
 * after a callback ("async hook stack has become corrupted"). A termination skips the code that pops the stack and so
 * leaves it non-empty. Node clears it when it handles an uncaught exception, so this triggers that path with an error
 * that was never thrown, and that nobody hears of.
 */
export function keepAsyncIdsWhole(): void {
  const handle = (process as { _fatalException?: FatalHandler })._fatalException;
  rememberCapture();
  const value = () => void (handle && handleQuietly(handle));
  Object.defineProperty(globalThis, key, { value, configurable: true });
}
