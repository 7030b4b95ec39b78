import path from "node:path";
import { stateLine } from "../figures/compute/training.js";
import type { TrainingBoardPayload } from "../contracts/payloads/trainingBoard.js";
import type { CellOutput } from "../contracts/cellOutput.js";
import { unpackedPayload } from "../contracts/packedPayload.js";
import { viewMimeTypes } from "../contracts/viewMimeTypes.js";
import type { CellLimits } from "../notebook/cellWatch.js";
import { type Notebook, wholeText } from "../notebook/notebookFile.js";
import {
  type CellFailure,
  type CellPosition,
  type CellRunner,
  type NotebookRun,
  runNotebook,
} from "../notebook/runNotebook.js";
import type { ChildProcessKernel } from "../protocol/childProcessKernel.js";
import { startKernel } from "./startKernel.js";
import { TerminalInput } from "./terminalInput.js";
import { TerminalOutput } from "./terminalOutput.js";

/** What knows about cells that have not run: their errors, and what they take from each other. */
export type CellExpert = Pick<ChildProcessKernel, "diagnostics" | "ask">;

/** A notebook as it is to be run. */
export interface PreparedRun {
  readonly notebook: Notebook;
  /** The ids of the cells that run. Default: all. */
  readonly only?: ReadonlySet<string>;
}

export interface TerminalRunOptions extends Omit<CellLimits, "signal"> {
  readonly allowErrors?: boolean;
  readonly cwd?: string;
  /** The notebook's path, for the records of runs. */
  readonly file?: string;
  /** Runs cells in spite of type errors, which are then warnings. Default false. */
  readonly ignoreTypeErrors?: boolean;
  /** Looks at the notebook with the kernel before any cell runs; it throws if it should not run. */
  prepare?(kernel: CellExpert): Promise<PreparedRun>;
  /** Keeps the outputs after each cell. */
  readonly onProgress?: (executed: Notebook) => void | Promise<void>;
}

/** A run and how its kernel has ended. */
export interface TerminalRun extends NotebookRun {
  /** What the cells have set as `process.exitCode`, else 0; null where the kernel did not exit by itself. */
  readonly exitCode: number | null;
}

/**
 * Runs a notebook for a user at a terminal, in a kernel of its own, which it outlives: what the cells print goes to
 * stdout and stderr, progress to stderr, and stdin answers `input()`. Ctrl+C ends the running cell and with it the run;
 * a second Ctrl+C ends the program.
 */
export async function runInTerminal(notebook: Notebook, options: TerminalRunOptions): Promise<TerminalRun> {
  const [terminal, stop] = [new TerminalOutput(), new AbortController()];
  const onInterrupt = (): void => stop.abort();
  process.once("SIGINT", onInterrupt);
  try {
    const kernel = await startKernel({
      cwd: options.cwd ?? process.cwd(),
      notebook: options.file && path.resolve(options.file),
      ignoreTypeErrors: options.ignoreTypeErrors,
      onLog: (text) => terminal.write("stderr", text),
    });
    return await runInKernel(kernel, notebook, { ...options, signal: stop.signal }, terminal);
  } finally {
    process.off("SIGINT", onInterrupt);
    terminal.release();
  }
}

async function runInKernel(
  kernel: ChildProcessKernel,
  notebook: Notebook,
  options: TerminalRunOptions & CellLimits,
  terminal: TerminalOutput,
): Promise<TerminalRun> {
  const input = new TerminalInput();
  const onInput = (prompt: string, password: boolean) => input.ask(prompt, password);
  let isOver = false;
  const runner: CellRunner = {
    interrupt: () => kernel.interrupt(),
    execute: (code, { onOutput }) =>
      kernel.execute(code, { onOutput: (output) => !isOver && onOutput(output), onInput }),
  };
  try {
    const prepared = (await options.prepare?.(kernel)) ?? { notebook };
    const run = await runNotebook(prepared.notebook, runner, {
      ...options,
      only: prepared.only,
      onCellStart: (position) => terminal.note(`[${position.number}/${position.of}] ${firstLine(position)}`),
      onOutput: shower(terminal),
      onCellEnd: ({ seconds, status, number, of }) =>
        terminal.note(`[${number}/${of}] ${status} after ${seconds.toFixed(1)} s`),
    });
    // What a cell has thrown without waiting comes before the answer to a question asked after it.
    if (run.failed?.status !== "lost") await kernel.request("kernel_info_request", {}).catch(() => {});
    terminal.close();
    for (const failure of run.failures) console.error(inWords(failure));
    isOver = true;
    return { ...run, exitCode: await kernel.close() };
  } finally {
    isOver = true;
    input.close();
    await kernel.close();
  }
}

/** The first line of code of a cell. */
function firstLine({ cell }: CellPosition): string {
  const lines = wholeText(cell.source).trim().split("\n");
  return (lines.find((line) => !/^\s*(\/\/|[{}]?\s*$)/.test(line)) ?? lines[0]).slice(0, 90);
}

function inWords(failure: CellFailure): string {
  return `Cell ${failure.number} of ${failure.of} (${firstLine(failure)}) ${failure.reason.replace(/\.$/, "")}.`;
}

function shower(terminal: TerminalOutput): (output: CellOutput) => void {
  const tellTraining = trainingTeller(terminal);
  return (output) => {
    if (output.output_type === "stream") terminal.write(output.name, output.text);
    else if (output.output_type === "error") terminal.write("stderr", `${errorText(output)}\n`);
    else if (output.output_type === "display_data" || output.output_type === "execute_result") {
      const text = output.data["text/plain"];
      if (typeof text === "string") terminal.write("stdout", `${text}\n`);
    } else if (output.output_type === "update_display_data") {
      const board = unpackedPayload(output.data[viewMimeTypes["training-board"]]);
      if (board) tellTraining(board as TrainingBoardPayload);
    }
  };
}

function errorText({ traceback, ename, evalue }: Extract<CellOutput, { output_type: "error" }>): string {
  return traceback.length > 0 ? traceback.join("\n") : `${ename}: ${evalue}`;
}

/** Tells how trainings in progress stand, each on one line, and how they have ended. */
function trainingTeller(terminal: TerminalOutput): (board: TrainingBoardPayload) => void {
  const running = new Set<string>();
  return (board) => {
    const line = `  ${stateLine(board)}`;
    if (board.state === "running") {
      running.add(board.run);
      terminal.progress(line);
    } else if (board.state !== "paused" && running.delete(board.run)) terminal.note(line);
  };
}
