import { promises } from "node:fs";
import { type Failure, FailingCalls } from "./failingCalls.js";
import { failAtOnce } from "./failingDisk.js";

/** The calls that return promises by which files are written and found. */
const calls = [
  ...["writeFile", "rename", "rm", "mkdir", "readFile", "stat", "utimes", "readdir", "open", "rmdir"],
  ...["chmod", "copyFile", "cp"],
] as const;

interface Outcome<T> {
  /** The number of calls that were made. */
  readonly made: number;
  readonly error?: unknown;
  readonly value?: T;
}

/**
 * Runs something while one of its asynchronous calls to the file system fails, before it does anything; a failing
 * `writeFile` has written a half.
 */
export function withAsyncFailure<T>(failure: Failure | null, run: () => Promise<T>): Promise<Outcome<T>> {
  const calling = new FailingCalls(failure);
  failLater(calling);
  return outcome(calling, run);
}

/** The same with any of its calls, asynchronous or not, counted together. */
export function withAnyFailure<T>(failure: Failure | null, run: () => Promise<T>): Promise<Outcome<T>> {
  const calling = new FailingCalls(failure);
  failLater(calling);
  failAtOnce(calling);
  return outcome(calling, run);
}

function failLater(calling: FailingCalls): void {
  calling.replace(promises, calls, {
    writeFile: (whole, [file, content, ...options]) => whole(file, halfOf(content), ...options),
  });
}

async function outcome<T>(calling: FailingCalls, run: () => Promise<T>): Promise<Outcome<T>> {
  try {
    const value = await run();
    return { made: calling.made, value };
  } catch (error) {
    return { made: calling.made, error };
  } finally {
    calling.restore();
  }
}

function halfOf(content: unknown): Uint8Array {
  const bytes = Buffer.from(content as Uint8Array);
  return bytes.subarray(0, bytes.length >> 1);
}
