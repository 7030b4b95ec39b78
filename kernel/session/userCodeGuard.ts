import { Session } from "node:inspector";
import { CutShort, setUserCodeGuard } from "../aen/host/userCode.js";
import { currentCell, enterCell } from "./cellContext.js";
import { Interrupted } from "./cellError.js";

const key = "aen.guarded";
/** 24 days, in milliseconds. Any value works, but without one the inspector's caller cannot survive a termination. */
const timeout = 2 ** 31 - 1;

/**
 * Lets AEN work survive user functions that an interrupt must terminate, such as a loss term that loops while a step is
 * being traced. A termination runs no `finally` as it unwinds. The inspector's evaluation stops it there, so that the
 * callers above see an error that they can catch.
 *
 * @returns a function that undoes this
 */
export function guardUserCode(): () => void {
  setUserCodeGuard(guarded);
  return () => setUserCodeGuard(undefined);
}

function guarded<T>(body: () => T): T {
  const cell = currentCell();
  let outcome: { value: T } | { error: unknown } | undefined;
  evaluate(() => {
    try {
      outcome = { value: body() };
    } catch (error) {
      outcome = { error };
    }
  });
  if (outcome === undefined) {
    // The cell that this code belongs to was lost with Node's async ids.
    enterCell(cell);
    cell?.stop(new Interrupted());
    throw new CutShort();
  }
  if ("error" in outcome) throw outcome.error;
  return outcome.value;
}

function evaluate(body: () => void): void {
  Object.defineProperty(globalThis, key, { value: body, configurable: true });
  const inspector = new Session();
  inspector.connect();
  try {
    inspector.post("Runtime.evaluate", {
      expression: `globalThis["${key}"]()`,
      timeout,
      silent: true,
    });
  } finally {
    inspector.disconnect();
  }
}
