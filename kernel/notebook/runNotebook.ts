import type { CellOutput, ErrorOutput } from "../contracts/cellOutput.js";
import { OutputCollector } from "./cellOutputs.js";
import { type CellLimits, type CellStop, CellWatch } from "./cellWatch.js";
import { type Notebook, type NotebookCell, wholeText } from "./notebookFile.js";

/** How a cell ended; the error's fields say why it did not succeed. */
export interface CellReply {
  readonly status: "ok" | "error" | "aborted";
  readonly executionCount: number;
  readonly ename?: string;
  readonly evalue?: string;
  readonly traceback?: readonly string[];
}

/** Runs the cells; ChildProcessKernel implements it. */
export interface CellRunner {
  execute(code: string, options: { onOutput(output: CellOutput): void }): Promise<CellReply>;
  interrupt(): void | Promise<void>;
}

export interface RunNotebookOptions extends CellLimits {
  /** Continue after a failed cell. */
  readonly allowErrors?: boolean;
  /** The ids of the cells that run; all others keep their outputs. Default: all. */
  readonly only?: ReadonlySet<string>;
  onCellStart?(position: CellPosition): void;
  onOutput?(output: CellOutput, position: CellPosition): void;
  onCellEnd?(position: CellPosition & { readonly seconds: number; readonly status: CellStatus }): void;
  /** After each cell, with the outputs so far, so that they can be kept: a later cell may end the process. */
  onProgress?(executed: Notebook): void | Promise<void>;
}

/** The position of a code cell; numbers count non-empty code cells from 1, also those that do not run. */
export interface CellPosition {
  readonly cell: NotebookCell;
  readonly number: number;
  readonly of: number;
}

/** "lost": nothing more can be run, because the cell has ended the kernel or does not stop. */
export type CellStatus = "ok" | "error" | "timeout" | "interrupted" | "lost";

/** A cell that did not succeed. */
export interface CellFailure extends CellPosition {
  /** "background": it succeeded, but something that it left running threw. */
  readonly status: Exclude<CellStatus, "ok"> | "background";
  /** Completes "The cell …". */
  readonly reason: string;
}

export interface NotebookRun {
  /** The notebook with the outputs of this run. */
  readonly notebook: Notebook;
  /** The first cell that did not succeed. */
  readonly failed?: CellFailure;
  /** All cells that did not succeed; errors that come after the run, as long as the runner lives, are added. */
  readonly failures: readonly CellFailure[];
}

/**
 * Runs the code cells of a notebook, or some of them, from top to bottom and collects their outputs. Unless `allowErrors` is set, it
 * stops at the first failed cell, and the cells after it keep no outputs. Each cell that did not succeed has an error
 * among its outputs that says why.
 */
export async function runNotebook(
  notebook: Notebook,
  runner: CellRunner,
  options: RunNotebookOptions = {},
): Promise<NotebookRun> {
  const executed = structuredClone(notebook);
  const cells = executed.cells.filter((cell) => cell.cell_type === "code");
  const runs = ({ id }: NotebookCell): boolean => options.only?.has(id) ?? true;
  for (const cell of cells.filter(runs)) Object.assign(cell, { outputs: [], execution_count: null });
  const counted = cells.filter((cell) => wholeText(cell.source).trim() !== "");
  const [collector, started, failures] = [new OutputCollector(), performance.now(), [] as CellFailure[]];
  for (const [index, cell] of counted.entries()) {
    if (!runs(cell)) continue;
    const run = new CellRun({ cell, number: index + 1, of: counted.length }, collector, options, failures);
    const status = await run.complete(runner, started);
    await options.onProgress?.(executed);
    if (status === "ok" || (status === "error" && options.allowErrors)) continue;
    if (status !== "timeout" || !options.allowErrors || isOver(options, started)) break;
  }
  return { notebook: executed, failed: failures[0], failures };
}

function isOver({ totalTimeout = Infinity }: RunNotebookOptions, started: number): boolean {
  return performance.now() - started >= totalTimeout * 1000;
}

/** One cell on its way through the runner. */
class CellRun {
  #watch: CellWatch | undefined;
  #status: CellStatus | undefined;
  /** The last error among its outputs. */
  #error: ErrorOutput | undefined;

  constructor(
    readonly position: CellPosition,
    readonly collector: OutputCollector,
    readonly options: RunNotebookOptions,
    readonly failures: CellFailure[],
  ) {}

  async complete(runner: CellRunner, runStarted: number): Promise<CellStatus> {
    const { cell } = this.position;
    const started = performance.now();
    this.options.onCellStart?.(this.position);
    const watch = (this.#watch = new CellWatch(() => runner.interrupt(), this.options, runStarted));
    const running = runner.execute(wholeText(cell.source), { onOutput: (output) => this.#take(output) });
    const reply = await Promise.race([running, watch.isDeaf]);
    watch.end();
    if (reply && reply.executionCount > 0) cell.execution_count = reply.executionCount;
    const status = (this.#status = statusOf(reply, watch.stop));
    if (status !== "ok") this.#fail(status, reply);
    else if (this.#error) this.#failInBackground(this.#error);
    this.options.onCellEnd?.({ ...this.position, seconds: (performance.now() - started) / 1000, status });
    return status;
  }

  #take(output: CellOutput): void {
    const told = this.#asStopped(output);
    this.collector.add(this.position.cell, told);
    this.options.onOutput?.(told, this.position);
    if (told.output_type !== "error") return;
    this.#error = told;
    if (this.#status === "ok") this.#failInBackground(told);
  }

  /** A cell knows only that it was stopped, not that its time was up. */
  #asStopped(output: CellOutput): CellOutput {
    const stop = this.#watch?.stop;
    const isOfStop = output.output_type === "error" && output.ename === "Interrupted";
    return isOfStop && stop?.status === "timeout" ? errorOf("Timeout", `The cell ${stop.reason}.`) : output;
  }

  #fail(status: Exclude<CellStatus, "ok">, reply: CellReply | void): void {
    const stop = this.#watch?.stop;
    const reason = reasonOf(status, reply, stop);
    if (!this.#error || status === "lost") {
      const {
        ename = stop?.status === "timeout" ? "Timeout" : "Interrupted",
        evalue,
        traceback,
      } = reply ?? {};
      this.#take(errorOf(ename, evalue ?? `The cell ${reason}.`, traceback));
    }
    this.failures.push({ ...this.position, status, reason });
  }

  #failInBackground({ ename, evalue }: ErrorOutput): void {
    if (this.failures.some(({ cell }) => cell === this.position.cell)) return;
    const reason = `left something running that failed: ${ename}: ${evalue}`;
    this.failures.push({ ...this.position, status: "background", reason });
  }
}

function statusOf(reply: CellReply | void, stop: CellStop | undefined): CellStatus {
  if (!reply || reply.ename === "KernelDied") return "lost";
  return stop?.status ?? (reply.status === "ok" ? "ok" : "error");
}

function reasonOf(status: CellStatus, reply: CellReply | void, stop: CellStop | undefined): string {
  if (!reply) return `${stop?.reason}, and did not stop`;
  if (status === "lost") return `ended the kernel: ${reply.evalue}`;
  return stop?.reason ?? `failed: ${[reply.ename, reply.evalue].filter(Boolean).join(": ")}`;
}

function errorOf(ename: string, evalue: string, traceback?: readonly string[]): ErrorOutput {
  return { output_type: "error", ename, evalue, traceback: [...(traceback ?? [`${ename}: ${evalue}`])] };
}
