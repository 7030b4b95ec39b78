import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Ends the program that the main thread waits for, the newest that it has started, and all that it has started. */
export function endAwaitedProgram(signal: NodeJS.Signals): void {
  const newest = childrenOf(process.pid).at(-1);
  if (newest !== undefined) endProgram(newest, signal);
}

/** Ends every program that this process has started, and what those have started. */
export function endPrograms(signal: NodeJS.Signals): void {
  for (const child of childrenOf(process.pid)) endProgram(child, signal);
}

/** Ends a program and all that it has started. */
export function endProgram(pid: number, signal: NodeJS.Signals): void {
  const children = childrenOf(pid);
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
  for (const child of children) endProgram(child, signal);
}

/** The children of a process, oldest first; none where the system does not tell (Windows). */
function childrenOf(pid: number): number[] {
  try {
    return numbers(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8"));
  } catch {
    return childrenByPgrep(pid);
  }
}

function childrenByPgrep(pid: number): number[] {
  if (process.platform === "win32") return [];
  try {
    return numbers(execFileSync("pgrep", ["-P", String(pid)], { encoding: "utf8", timeout: 2000 }));
  } catch {
    return [];
  }
}

function numbers(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}
