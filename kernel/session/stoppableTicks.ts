import { currentCell } from "./cellContext.js";
import { replaceMethod } from "./standIn.js";

const key = "aen.refuseTicks";

/** The code that the inspector evaluates on the main thread when a termination was not enough. */
export const refuseTicks = `globalThis["${key}"]?.()`;

let refuses = false;

/**
 * Lets a stop end a cell whose ticks start further ticks. Node runs ticks until none is left, and a termination ends
 * only one of them, so the thread never comes to anything else. From {@link refuseTicks} until {@link acceptTicks} a
 * stopped cell starts no tick. The cell cannot be stopped here, in the midst of a termination: what waits for its
 * signal would be lost with all other microtasks.
 *
 * @returns a function that undoes this
 */
export function makeTicksStoppable(): () => void {
  const original = process.nextTick;
  const wrapped = (callback: (...args: unknown[]) => void, ...args: unknown[]) => {
    if (refuses && currentCell()?.signal.aborted) return;
    original.call(process, callback, ...args);
  };
  const restore = replaceMethod(process, "nextTick", wrapped);
  const refuse = () => void (refuses = true);
  Object.defineProperty(globalThis, key, { value: refuse, configurable: true });
  return () => {
    restore();
    Reflect.deleteProperty(globalThis, key);
    acceptTicks();
  };
}

/** Called once the main thread has seen the stop. */
export function acceptTicks(): void {
  refuses = false;
}
