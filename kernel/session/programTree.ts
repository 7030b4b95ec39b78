import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import process from "node:process";

const kill = process.kill.bind(process);

/** Ends the program that the main thread waits for, the newest that it has started, and all that it has started. */
export function endAwaitedProgram(signal: NodeJS.Signals): void {
  const newest = (childrenOfThread(process.pid, process.pid) ?? childrenOf(process.pid)).at(-1);
  if (newest !== undefined) endProgram(newest, signal);
}

/** Ends every program that this process has started, and what those have started. */
export function endPrograms(signal: NodeJS.Signals): void {
  for (const child of childrenOf(process.pid)) endProgram(child, signal);
}

/** Ends a program and all that it has started. */
export function endProgram(pid: number, signal: NodeJS.Signals): void {
  const children = childrenOf(pid);
  sendSignal(pid, signal);
  for (const child of children) endProgram(child, signal);
}

/** Sends a signal to a program, if it still runs. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** All that a program has started, and what those have started. */
export function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}

/** What all threads of a process have started and what still runs; nothing where the system does not tell (Windows). */
export function childrenOf(pid: number): number[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`).map((thread) => childrenOfThread(pid, Number(thread)));
    if (threads.length > 0 && threads.every((children) => children !== undefined)) return threads.flat();
  } catch {
    // It has ended, or this is not Linux.
  }
  return childrenByPgrep(pid);
}

/** The children of one thread, oldest first; undefined where the kernel of the system does not list them. */
function childrenOfThread(pid: number, thread: number): number[] | undefined {
  try {
    return numbers(readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8"));
  } catch {
    return undefined;
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
