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
