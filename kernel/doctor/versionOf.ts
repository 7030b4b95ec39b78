import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * What a program prints, or undefined when it cannot be started, fails, or takes over a minute: the first
 * `jupyter --version` after a start of the machine loads every front end.
 */
export async function outputOf(program: string, ...args: string[]): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run(program, args, { timeout: 60_000 });
    return stdout || stderr;
  } catch {
    return undefined;
  }
}

/** The first line that a program prints, or undefined in the same cases as {@link outputOf}. */
export async function versionOf(program: string, ...args: string[]): Promise<string | undefined> {
  return (await outputOf(program, ...args))?.split("\n")[0].trim();
}
