import fs from "node:fs";
import { type Failure, FailingCalls } from "./failingCalls.js";

/** The calls by which a file is written. */
const calls = [
  ...[
    "statSync",
    "realpathSync",
    "mkdirSync",
    "openSync",
    "fchmodSync",
    "writeSync",
    "fsyncSync",
    "closeSync",
  ],
  ...["renameSync", "rmSync", "fstatSync", "readSync", "readdirSync"],
] as const;

/** Replaces the calls by which a file is written at once; a failing write has written a half. */
export function failAtOnce(calling: FailingCalls): void {
  calling.replace(fs, calls, {
    writeSync: (whole, args) => whole(args[0], args[1], args[2], Number(args[3]) >> 1),
  });
}

/**
 * Runs something while one of its calls to the file system fails, before it does anything; a failing write has written
 * a half.
 * @returns the number of calls that were made, and what was thrown
 */
export function withFailure(failure: Failure | null, run: () => void): { made: number; error: unknown } {
  const calling = new FailingCalls(failure);
  failAtOnce(calling);
  let error: unknown;
  try {
    run();
  } catch (thrown) {
    error = thrown;
  } finally {
    calling.restore();
  }
  return { made: calling.made, error };
}
