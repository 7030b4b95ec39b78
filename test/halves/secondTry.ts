import type { Count, Failure } from "./count.js";

/** More failures than this are no chance of a busy machine: they stand as they are. */
export const mostTriedAgain = 10;

/** What a second try of the files with failures has shown. */
export interface SecondTry {
  /** The tests that failed again. */
  readonly failures: readonly Failure[];
  /** How many failed in it, those that are not named among them. */
  readonly failed: number;
}

/**
 * The files to run again, alone: two runs share the machine, and a test that waits for a browser can lose its time to
 * the other. None where nothing failed, where a failure has no name, or where too many failed.
 */
export function filesToTryAgain(failed: number, failures: readonly Failure[]): string[] {
  if (failed !== failures.length || failed > mostTriedAgain) return [];
  return [...new Set(failures.map(({ file }) => file))];
}

/**
 * The counts after a second try: what failed only at the first has passed.
 *
 * @returns the count to add to those of the first try, and the names of the tests that passed at the second
 */
export function afterSecondTry(
  first: readonly Failure[],
  second: SecondTry,
): { change: Count; passed: string[] } {
  const again = new Set(second.failures.map(({ file, name }) => `${file}: ${name}`));
  const passed = first.map(({ file, name }) => `${file}: ${name}`).filter((test) => !again.has(test));
  const fewer = first.length - Math.max(second.failed, first.length - passed.length);
  return { change: { passed: fewer, failed: -fewer, skipped: 0 }, passed };
}
