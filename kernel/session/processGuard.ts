import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { currentCell, type CellContext } from "./cellContext.js";

/** Ends a cell that called `process.exit`. */
export class ExitCalled extends Error {
  override readonly name = "ExitCalled";
  constructor(readonly exitCode: number) {
    super(
      `process.exit(${exitCode}) stopped this cell; the notebook goes on. Restart the kernel to begin anew.`,
    );
  }
}

/**
 * Keeps cells from taking the process down: errors that nothing catches go to the cell that caused them,
 * `process.exit` stops the cell, and child processes end with a stop of the cell that started them.
 *
 * @param lastCell the cell that answers for errors that cannot be traced to one
 * @returns puts everything back
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
  subscribe("child_process", onChildProcess);
  return () => {
    process.exit = exit;
    process.off("uncaughtException", fail);
    process.off("unhandledRejection", fail);
    unsubscribe("child_process", onChildProcess);
  };
}

function onChildProcess(message: unknown): void {
  const cell = currentCell();
  const child = (message as { process?: ChildProcess }).process;
  if (!cell || !child) return;
  const end = () => void child.kill();
  cell.signal.addEventListener("abort", end, { once: true });
  child.once("exit", () => cell.signal.removeEventListener("abort", end));
}
