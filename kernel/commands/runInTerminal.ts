import path from "node:path";
import { stateLine } from "../figures/compute/training.js";
import type { TrainingBoardPayload } from "../contracts/payloads/trainingBoard.js";
import type { CellOutput } from "../contracts/cellOutput.js";
import { viewMimeTypes } from "../contracts/viewMimeTypes.js";
import { NotebookSession } from "../session/notebookSession.js";
import { type Notebook, wholeText } from "../notebook/notebookFile.js";
import { type CellPosition, type NotebookRun, runNotebook } from "../notebook/runNotebook.js";

export interface TerminalRunOptions {
  readonly timeout?: number;
  readonly allowErrors?: boolean;
  readonly cwd?: string;
  /** The notebook's path, for the records of runs. */
  readonly file?: string;
  /** Keeps the outputs after each cell. */
  readonly onProgress?: (executed: Notebook) => void | Promise<void>;
}

/**
 * Runs a notebook for a user at a terminal: what the cells print goes to stdout and stderr, progress to stderr. Ctrl+C
 * ends the running cell and with it the run; a second Ctrl+C ends the program.
 */
export async function runInTerminal(notebook: Notebook, options: TerminalRunOptions): Promise<NotebookRun> {
  const session = await NotebookSession.start({
    cwd: options.cwd ?? process.cwd(),
    notebook: options.file && path.resolve(options.file),
  });
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once("SIGINT", onInterrupt);
  try {
    const run = await runNotebook(notebook, session, {
      ...options,
      signal: stop.signal,
      onCellStart: tellStart,
      onOutput: showOutput,
      onCellEnd: ({ seconds, status, number, of }) =>
        note(`[${number}/${of}] ${status} after ${seconds.toFixed(1)} s`),
    });
    if (run.failed) tellFailure(run.failed, options.timeout);
    return run;
  } finally {
    process.off("SIGINT", onInterrupt);
    await session.close();
  }
}

function tellStart({ cell, number, of }: CellPosition): void {
  const lines = wholeText(cell.source).trim().split("\n");
  const firstLine = lines.find((line) => !/^\s*(\/\/|$)/.test(line)) ?? lines[0];
  note(`[${number}/${of}] ${firstLine.slice(0, 90)}`);
}

function tellFailure(failed: NonNullable<NotebookRun["failed"]>, timeout: number | undefined): void {
  const reason = {
    error: "failed",
    timeout: `was stopped: it took longer than ${timeout} s`,
    interrupted: "was interrupted",
  }[failed.status];
  console.error(`Cell ${failed.number} of ${failed.of} ${reason}.`);
}

function showOutput(output: CellOutput): void {
  if (output.output_type === "stream") {
    (output.name === "stderr" ? process.stderr : process.stdout).write(output.text);
  } else if (output.output_type === "error") {
    console.error(
      output.traceback.length > 0 ? output.traceback.join("\n") : `${output.ename}: ${output.evalue}`,
    );
  } else if (output.output_type === "display_data" || output.output_type === "execute_result") {
    const text = output.data["text/plain"];
    if (typeof text === "string") console.log(text);
  } else if (output.output_type === "update_display_data") {
    tellProgress(output.data[viewMimeTypes["training-board"]] as TrainingBoardPayload | undefined);
  }
}

/** Prints one line for a training in progress, redrawn in place if stderr is a terminal. */
function tellProgress(board: TrainingBoardPayload | undefined): void {
  if (!board || board.state !== "running") return;
  const line = `  ${stateLine(board)}`;
  process.stderr.write(process.stderr.isTTY ? `\x1b[2K${line}\r` : `${line}\n`);
}

function note(line: string): void {
  console.error(process.stderr.isTTY ? `\x1b[2m${line}\x1b[0m` : line);
}
