import { promises } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import type { Failure } from "./failingDisk.js";

/** The calls that return promises by which files are written and found. */
const calls = [
  ...["writeFile", "rename", "rm", "mkdir", "readFile", "stat", "utimes", "readdir", "open", "rmdir"],
] as const;

/**
 * Runs something while one of its asynchronous calls to the file system fails, before it does anything; a failing
 * `writeFile` has written a half.
 * @returns the number of calls that were made, and what was thrown or given back
 */
export async function withAsyncFailure<T>(
  failure: Failure | null,
  run: () => Promise<T>,
): Promise<{ made: number; error?: unknown; value?: T }> {
  const disk = promises as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const whole = calls.map((name) => disk[name]);
  let made = 0;
  for (const [index, name] of calls.entries())
    disk[name] = async (...args) => {
      made++;
      const fails = failure && (made === failure.at || (failure.forGood && made > failure.at));
      if (!fails) return whole[index].apply(promises, args);
      if (name === "writeFile" && made === failure.at)
        await whole[index].call(promises, args[0], halfOf(args[1]), args[2]);
      throw Object.assign(new Error(`${failure.code}, ${name}`), { code: failure.code });
    };
  syncBuiltinESMExports();
  try {
    const value = await run();
    return { made, value };
  } catch (error) {
    return { made, error };
  } finally {
    for (const [index, name] of calls.entries()) disk[name] = whole[index];
    syncBuiltinESMExports();
  }
}

function halfOf(content: unknown): Uint8Array {
  const bytes = Buffer.from(content as Uint8Array);
  return bytes.subarray(0, bytes.length >> 1);
}
