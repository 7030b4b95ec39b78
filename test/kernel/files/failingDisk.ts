import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

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

export interface Failure {
  /** Which call fails, counted from 1. */
  readonly at: number;
  readonly code: "ENOSPC" | "EIO" | "EROFS" | "EACCES" | "EMFILE";
  /** Whether every later call fails too, as after a kill: nothing more happens on disk. */
  readonly forGood: boolean;
}

/**
 * Runs something while one of its calls to the file system fails, before it does anything; a failing write has written
 * a half.
 * @returns the number of calls that were made, and what was thrown
 */
export function withFailure(failure: Failure | null, run: () => void): { made: number; error: unknown } {
  const disk = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  const whole = calls.map((name) => disk[name]);
  let made = 0;
  for (const [index, name] of calls.entries())
    disk[name] = (...args) => {
      made++;
      const fails = failure && (made === failure.at || (failure.forGood && made > failure.at));
      if (!fails) return whole[index](...args);
      if (name === "writeSync" && made === failure.at)
        whole[index](args[0], args[1], args[2], Number(args[3]) >> 1);
      throw Object.assign(new Error(`${failure.code}, ${name}`), { code: failure.code });
    };
  syncBuiltinESMExports();
  let error: unknown;
  try {
    run();
  } catch (thrown) {
    error = thrown;
  } finally {
    for (const [index, name] of calls.entries()) disk[name] = whole[index];
    syncBuiltinESMExports();
  }
  return { made, error };
}
