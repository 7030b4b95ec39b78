import { callWithCopies, type NoAnswer } from "../userFunction.js";

/** What calling a function of plain values has given: its value, or a hint that says why there is none. */
type CalledFunction = { readonly value: unknown } | NoAnswer;

/** Calls an answer with copies of its inputs. @throws CutShort when it is stopped from outside */
export function callFunction(answer: unknown, inputs: readonly unknown[]): CalledFunction {
  return callWithCopies(answer, inputs, (value): CalledFunction => {
    if (value === undefined) return { hint: nothingYet };
    return value instanceof Promise
      ? { hint: "Your function is async: leave out async and await, it has nothing to wait for." }
      : { value };
  });
}

export const nothingYet = "Your function returns nothing yet: write it, and run its cell again.";
