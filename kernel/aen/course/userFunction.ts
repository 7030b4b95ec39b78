import { messageOf } from "../../contracts/messageOf.js";
import { callUserCode, CutShort } from "../host/userCode.js";

/** Why an answer has given nothing to look at. */
export interface NoAnswer {
  readonly hint: string;
}

/**
 * Calls an answer, and reads what it returns.
 *
 * @param inputs makes what it is called with: copies, which it may change
 * @returns what `read` makes of its result, or a hint where it is no function or ends with an error
 * @throws CutShort when it is stopped from outside
 */
export function callUserFunction<T>(
  answer: unknown,
  inputs: () => readonly unknown[],
  read: (value: unknown) => T,
): T | NoAnswer {
  if (typeof answer !== "function")
    return { hint: "Give the check the function itself: its name, without ()." };
  try {
    return read(callUserCode(() => (answer as (...given: unknown[]) => unknown)(...inputs())));
  } catch (error) {
    if (error instanceof CutShort) throw error;
    return { hint: `Your function ends with an error: ${messageOf(error)}` };
  }
}

/**
 * Calls an answer with copies of its inputs, so that it may change them; functions among them are handed over as they are.
 *
 * @returns as {@link callUserFunction}
 * @throws CutShort when it is stopped from outside
 */
export function callWithCopies<T>(
  answer: unknown,
  inputs: readonly unknown[],
  read: (value: unknown) => T,
): T | NoAnswer {
  const copies = () => inputs.map((input) => (typeof input === "function" ? input : structuredClone(input)));
  return callUserFunction(answer, copies, read);
}

/** Why a function has no result yet, or none at once; undefined where it has one. */
export function noResult(value: unknown): NoAnswer | undefined {
  if (value === undefined)
    return { hint: "Your function returns nothing yet. Write it, and return its result." };
  return value instanceof Promise
    ? { hint: "Your function is async: it must return its result at once, so leave out async and await." }
    : undefined;
}
