import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** What a program in TypeScript says on stderr, line by line, when it runs in a process of its own. */
export async function saidBy(program: string): Promise<string[]> {
  const given = ["--import", "tsx", "--input-type=module", "-e", program];
  const { stderr } = await promisify(execFile)(process.execPath, given);
  // Node itself says so where the inspector is still attached when the process ends.
  return stderr.split("\n").filter((line) => line !== "" && !line.startsWith("Waiting for the debugger"));
}
