import { userLine } from "./userLine.js";

/** A step cannot be compiled; names the tfjs kernel and the line of the user's code. */
export class TraceError extends Error {
  override readonly name = "TraceError";

  constructor(
    what: string,
    /** The tfjs kernel in question, e.g. "FFT"; empty if the error concerns the whole step. */
    readonly kernel: string,
    /** `file:line:column` in the user's code, if known. */
    readonly line: string | undefined,
  ) {
    super(line ? `${what} (at ${line})` : what);
  }

  /** An error at the current line of the user's code. */
  static here(what: string, kernel = ""): TraceError {
    return new TraceError(what, kernel, userLine(deepStack()));
  }
}

export const eagerHint = 'Run it eagerly with device: "tensorflow", or write it with other operations.';

function deepStack(): string {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 100;
  const { stack } = new Error();
  Error.stackTraceLimit = limit;
  return stack ?? "";
}
