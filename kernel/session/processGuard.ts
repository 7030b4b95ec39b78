import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Worker } from "node:worker_threads";
import { isOwnThread } from "../aen/host/ownThreads.js";
import { mendBuiltins } from "./builtins.js";
import { beganAfter, isAlive } from "../files/processes.js";
import { childrenOf, descendantsOf, endProgram, sendSignal } from "./programTree.js";
import process from "node:process";
import { currentCell, type CellContext } from "./cellContext.js";
import { logError } from "./errorLog.js";
import { listenForKernel } from "./keptListeners.js";
import { overhear } from "./overhear.js";
import { exitCodeOf, keepFromEnding } from "./processEnds.js";
import { nodeTimers } from "./stoppableTimers.js";
import { hearUncaughtErrors } from "./uncaughtErrors.js";

/**
 * Keeps cells from taking down the process: uncaught errors go to the cell that caused them, what would end the process
 * ends the cell, and child processes and worker threads, with the programs of those, end when the cell that started them
 * is stopped. SIGTERM ends the child processes with this one.
 *
 * @param lastCell the cell that gets errors that cannot be traced to one
 * @returns a function that restores everything
 */
export function guardProcess(lastCell: () => CellContext | undefined): () => void {
  const { exit } = process;
  const fail = (error: unknown) => {
    mendBuiltins();
    const cell = currentCell() ?? lastCell();
    if (cell) cell.fail(error);
    else logError(error);
  };
  const programs = new FollowedPrograms(() => exit.call(process, exitCodeOf("SIGTERM")));
  const onChildProcess = (message: unknown) => followProgram(message as ProgramStarted, programs);
  subscribe("child_process", onChildProcess);
  const onThread = (message: unknown) => followThread(message as ThreadStarted, programs);
  subscribe("worker_threads", onThread);
  const restores = [
    hearUncaughtErrors(fail),
    keepFromEnding((signal) => process.listenerCount(signal) > programs.listenersOf(signal)),
  ];
  return () => {
    restores.forEach((restore) => restore());
    unsubscribe("child_process", onChildProcess);
    unsubscribe("worker_threads", onThread);
    programs.close();
  };
}

/** The programs that run, started here. Listens to SIGTERM only meanwhile: without a listener it ends a busy process, too. */
class FollowedPrograms {
  readonly #running = new Set<ChildProcess>();
  #deafen: (() => void) | undefined;

  constructor(readonly exit: () => void) {}

  add(child: ChildProcess): void {
    this.#running.add(child);
    this.#deafen ??= listenForKernel("SIGTERM", () => this.#terminate());
    overhear(child, ["exit", "error"], () => {
      this.#running.delete(child);
      if (this.#running.size === 0) this.close();
    });
  }

  get pids(): ReadonlySet<number | undefined> {
    return new Set([...this.#running].map(({ pid }) => pid));
  }

  /** How many of a signal's listeners are this one's. */
  listenersOf(signal: NodeJS.Signals): number {
    return signal === "SIGTERM" && this.#deafen ? 1 : 0;
  }

  close(): void {
    this.#deafen?.();
    this.#deafen = undefined;
  }

  #terminate(): void {
    for (const pid of this.pids) if (pid !== undefined) endProgram(pid, "SIGTERM");
    this.exit();
  }
}

interface ProgramStarted {
  readonly process?: ChildProcess;
}

/** Milliseconds that a stopped cell's program may take to end. */
const grace = 2000;

function followProgram({ process: child }: ProgramStarted, programs: FollowedPrograms): void {
  if (!child) return;
  programs.add(child);
  const cell = currentCell();
  if (!cell) return;
  const stop = () => endWithCell(child);
  cell.signal.addEventListener("abort", stop, { once: true });
  overhear(child, ["exit"], () => cell.signal.removeEventListener("abort", stop));
}

/** Asks a program, and all that it has started, to end; those that have not after a while are killed. */
function endWithCell(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  const [all, asked] = [[pid, ...descendantsOf(pid)], Date.now()];
  child.kill();
  for (const each of all.slice(1)) sendSignal(each, "SIGTERM");
  const kill = () => {
    for (const each of all)
      if (isAlive(each) && beganAfter(each, asked) !== true) endProgram(each, "SIGKILL");
  };
  nodeTimers.setTimeout(kill, grace).unref();
}

interface ThreadStarted {
  readonly worker: Worker;
}

/**
 * Ends a thread with its cell, and the programs that it has started: those that have come since and that this thread
 * does not know. Where another cell's thread has started one meanwhile, that ends, too: no system tells them apart.
 */
function followThread({ worker }: ThreadStarted, programs: FollowedPrograms): void {
  const cell = currentCell();
  if (!cell || isOwnThread()) return;
  const before = new Set(childrenOf(process.pid));
  const endPrograms = () => {
    const own = programs.pids;
    for (const pid of childrenOf(process.pid))
      if (!before.has(pid) && !own.has(pid)) endProgram(pid, "SIGTERM");
  };
  const end = () => void worker.terminate().then(endPrograms);
  cell.signal.addEventListener("abort", end, { once: true });
  overhear(worker, ["exit"], () => cell.signal.removeEventListener("abort", end));
}
