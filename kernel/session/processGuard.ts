import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Worker } from "node:worker_threads";
import { isOwnThread } from "../aen/host/ownThreads.js";
import { endProgram } from "./programTree.js";
import { currentCell, type CellContext } from "./cellContext.js";

/** Ends a cell that called `process.exit`. */
export class ExitCalled extends Error {
  override readonly name = "ExitCalled";
  constructor(readonly exitCode: number) {
    super(
      `process.exit(${exitCode}) ended this cell; the notebook keeps running. To start over, restart the kernel.`,
    );
  }
}

/**
 * Keeps cells from taking down the process: uncaught errors go to the cell that caused them, `process.exit` stops the
 * cell, and child processes and worker threads end when the cell that started them is stopped. SIGTERM ends the child
 * processes with this one.
 *
 * @param lastCell the cell that gets errors that cannot be traced to one
 * @returns a function that restores everything
 */
export function guardProcess(lastCell: () => CellContext | undefined): () => void {
  const exit = process.exit;
  process.exit = ((code?: number) => {
    const cell = currentCell();
    if (!cell) return exit.call(process, code);
    const reason = new ExitCalled(Number(code ?? process.exitCode ?? 0));
    cell.stop(reason);
    throw reason;
  }) as typeof process.exit;
  const fail = (error: unknown) => {
    const cell = currentCell() ?? lastCell();
    if (cell) cell.fail(error);
    else console.error(error);
  };
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  const programs = new Set<ChildProcess>();
  const terminate = () => {
    for (const { pid } of programs) if (pid !== undefined) endProgram(pid, "SIGTERM");
    exit.call(process, exitCodeOfSigterm);
  };
  const onChildProcess = (message: unknown) => followProgram(message as ProgramStarted, programs, terminate);
  subscribe("child_process", onChildProcess);
  subscribe("worker_threads", onThread);
  return () => {
    process.exit = exit;
    process.off("uncaughtException", fail);
    process.off("unhandledRejection", fail);
    unsubscribe("child_process", onChildProcess);
    unsubscribe("worker_threads", onThread);
    process.off("SIGTERM", terminate);
  };
}

interface ProgramStarted {
  readonly process?: ChildProcess;
}

/** As a shell says it: 128 and the signal's number. */
const exitCodeOfSigterm = 143;

/** Listens to SIGTERM only while programs run: without a listener the signal ends a busy process, too. */
function followProgram(
  { process: child }: ProgramStarted,
  programs: Set<ChildProcess>,
  terminate: () => void,
): void {
  if (!child) return;
  if (programs.add(child).size === 1) process.on("SIGTERM", terminate);
  const forget = () => {
    if (programs.delete(child) && programs.size === 0) process.off("SIGTERM", terminate);
  };
  for (const end of ["exit", "error"]) child.once(end, forget);
  const cell = currentCell();
  if (!cell) return;
  const stop = () => void child.kill();
  cell.signal.addEventListener("abort", stop, { once: true });
  child.once("exit", () => cell.signal.removeEventListener("abort", stop));
}

function onThread(message: unknown): void {
  const cell = currentCell();
  if (!cell || isOwnThread()) return;
  const { worker } = message as { worker: Worker };
  const end = () => void worker.terminate();
  cell.signal.addEventListener("abort", end, { once: true });
  worker.once("exit", () => cell.signal.removeEventListener("abort", end));
}
