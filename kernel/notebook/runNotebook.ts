import type { CellOutput } from "../contracts/cellOutput.js";
import { OutputCollector } from "./cellOutputs.js";
import { type Notebook, type NotebookCell, wholeText } from "./notebookFile.js";

/** Runs the cells; NotebookSession implements it. */
export interface CellRunner {
  execute(
    code: string,
    options: { onOutput(output: CellOutput): void },
  ): Promise<{ status: "ok" | "error" | "aborted"; executionCount: number }>;
  interrupt(): void | Promise<void>;
}

export interface RunNotebookOptions {
  /** Continue after a failed cell. */
  readonly allowErrors?: boolean;
  /** Time limit for each cell, in seconds; no limit if omitted. */
  readonly timeout?: number;
  /** Ends the run by interrupting the running cell. */
  readonly signal?: AbortSignal;
  onCellStart?(position: CellPosition): void;
  onOutput?(output: CellOutput, position: CellPosition): void;
  onCellEnd?(position: CellPosition & { readonly seconds: number; readonly status: CellStatus }): void;
  /** After each cell, with the outputs so far, so that they can be kept: a later cell may end the process. */
  onProgress?(executed: Notebook): void | Promise<void>;
}

/** The position of a code cell; numbers count non-empty code cells from 1. */
export interface CellPosition {
  readonly cell: NotebookCell;
  readonly number: number;
  readonly of: number;
}

export type CellStatus = "ok" | "error" | "timeout" | "interrupted";

export interface NotebookRun {
  /** The notebook with the outputs of this run. */
  readonly notebook: Notebook;
  /** The first cell that did not succeed. */
  readonly failed?: CellPosition & { readonly status: Exclude<CellStatus, "ok"> };
}

/**
 * Runs the code cells of a notebook from top to bottom and collects their outputs. Unless `allowErrors` is set, it
 * stops at the first failed cell, and the cells after it keep no outputs.
 */
export async function runNotebook(
  notebook: Notebook,
  runner: CellRunner,
  options: RunNotebookOptions = {},
): Promise<NotebookRun> {
  const executed = structuredClone(notebook);
  const cells = executed.cells.filter((cell) => cell.cell_type === "code");
  for (const cell of cells) Object.assign(cell, { outputs: [], execution_count: null });
  const toRun = cells.filter((cell) => wholeText(cell.source).trim() !== "");
  const collector = new OutputCollector();
  let failed: NotebookRun["failed"];
  for (const [index, cell] of toRun.entries()) {
    const position = { cell, number: index + 1, of: toRun.length };
    const status = await runCell(position, runner, collector, options);
    await options.onProgress?.(executed);
    if (status === "ok") continue;
    failed ??= { ...position, status };
    if (!options.allowErrors || status === "interrupted") break;
  }
  return { notebook: executed, failed };
}

async function runCell(
  position: CellPosition,
  runner: CellRunner,
  collector: OutputCollector,
  options: RunNotebookOptions,
): Promise<CellStatus> {
  const { cell } = position;
  const started = performance.now();
  options.onCellStart?.(position);
  const watch = watchCell(runner, options);
  const result = await runner.execute(wholeText(cell.source), {
    onOutput: (output) => {
      collector.add(cell, output);
      options.onOutput?.(output, position);
    },
  });
  watch.end();
  cell.execution_count = result.executionCount;
  const status = watch.cause() ?? (result.status === "ok" ? "ok" : "error");
  options.onCellEnd?.({ ...position, seconds: (performance.now() - started) / 1000, status });
  return status;
}

/** Interrupts the running cell when its time is up or the run is to end, and remembers which of the two it was. */
function watchCell(
  runner: CellRunner,
  { timeout, signal }: RunNotebookOptions,
): { end(): void; cause(): "timeout" | "interrupted" | undefined } {
  let cause: "timeout" | "interrupted" | undefined;
  const stop = (why: "timeout" | "interrupted"): void => {
    cause ??= why;
    void runner.interrupt();
  };
  const timer = timeout === undefined ? undefined : setTimeout(() => stop("timeout"), timeout * 1000);
  const abort = (): void => stop("interrupted");
  signal?.addEventListener("abort", abort);
  if (signal?.aborted) abort();
  return {
    end: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    },
    cause: () => cause,
  };
}
