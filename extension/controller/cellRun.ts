import * as vscode from "vscode";
import type { ExecuteReply } from "../../kernel/protocol/childProcessKernel.js";
import { cellFile } from "../kernel/cellFile.js";
import type { NotebookKernel } from "../kernel/notebookKernel.js";
import { CellOutputs } from "../outputs/cellOutputs.js";
import type { OutputWriter } from "../outputs/outputWriter.js";
import type { DisplayedOutputs } from "../outputs/displayedOutputs.js";
import { answerInput } from "./answerInput.js";

export type CellResult = "ok" | "failed" | "aborted";

/** A cell that has begun or has ended. */
export interface CellWork {
  readonly cell: vscode.NotebookCell;
  /** In milliseconds. */
  readonly started: number;
  readonly isRunning: boolean;
  readonly success?: boolean;
}

/** One run of one cell, from queued to finished, with its outputs, including late ones. */
export class CellRun {
  /** The interrupted run that the cell goes on with. */
  resumes: string | undefined;
  /** Told when the cell begins, and when it has ended. */
  onWork: (work: Omit<CellWork, "cell">) => void = () => {};
  readonly #outputs: CellOutputs;
  #started: number | undefined;
  #hasEnded = false;
  #success: boolean | undefined;
  #late: Promise<void> = Promise.resolve();

  constructor(
    public cell: vscode.NotebookCell,
    readonly controller: vscode.NotebookController,
    private execution: vscode.NotebookCellExecution,
    displayed: DisplayedOutputs,
    private readonly onOutput: (cell: vscode.NotebookCell, data: Record<string, unknown>) => void,
  ) {
    this.#outputs = new CellOutputs(
      cell,
      displayed,
      (write) => this.#withWriter(write),
      () => this.execution.executionOrder ?? 0,
      (count) => sourceOf(this.cell.notebook, count),
    );
  }

  /** Runs the cell. By the time this resolves the execution has ended, whatever the kernel did. */
  async run(kernel: NotebookKernel): Promise<CellResult> {
    try {
      this.#start();
      await this.execution.clearOutput();
      return await this.#end(await this.#execute(kernel));
    } catch (error) {
      const evalue = error instanceof Error ? error.message : String(error);
      return this.#end({
        status: "error",
        executionCount: 0,
        ename: "KernelDied",
        evalue,
        traceback: [evalue],
      });
    }
  }

  /** Ends a run that never began, because an earlier cell failed or the user stopped. */
  cancel(): void {
    if (this.#started !== undefined || this.#hasEnded) return;
    this.#hasEnded = true;
    this.#endExecution(undefined);
  }

  /** Call when the cell's outputs are gone from the notebook. */
  outputsCleared(): void {
    this.#outputs.cleared();
  }

  /** Goes on in the same cell of a notebook that was opened anew, such as one that was renamed. */
  moveTo(cell: vscode.NotebookCell): void {
    const { executionOrder } = this.execution;
    this.cell = cell;
    this.#late = Promise.resolve();
    if (!this.#hasEnded) {
      this.execution = this.controller.createNotebookCellExecution(cell);
      if (this.#started !== undefined) this.execution.start(this.#started);
      this.execution.executionOrder = executionOrder;
    }
    this.#outputs.moveTo(cell);
  }

  #execute(kernel: NotebookKernel): Promise<ExecuteReply> {
    return kernel.execute(this.cell.document.getText(), {
      onStart: (count) => (this.execution.executionOrder = count),
      onOutput: (output) => {
        if ("data" in output) this.onOutput(this.cell, output.data);
        this.#outputs.push(output);
      },
      onInput: answerInput,
      stopOnError: false,
      source: cellFile(this.cell.document.uri),
      ...(this.resumes !== undefined && { resumes: this.resumes }),
    });
  }

  #start(): void {
    this.#started = Date.now();
    this.execution.start(this.#started);
    this.onWork({ started: this.#started, isRunning: true });
  }

  async #end(reply: ExecuteReply): Promise<CellResult> {
    if (reply.ename === "KernelDied")
      this.#outputs.push({
        output_type: "error",
        ename: vscode.l10n.t("The kernel has died"),
        evalue: reply.evalue ?? "",
        traceback: [],
      });
    await this.#outputs.drained();
    this.#success = reply.status === "ok";
    this.#hasEnded = true;
    this.onWork({ started: this.#started ?? Date.now(), isRunning: false, success: this.#success });
    this.#endExecution(this.#success, Date.now());
    return reply.status === "ok" ? "ok" : reply.status === "aborted" ? "aborted" : "failed";
  }

  /** A notebook that was closed meanwhile has no executions any more. */
  #endExecution(success: boolean | undefined, time?: number): void {
    try {
      this.execution.end(success, time);
    } catch {
      // The run has ended all the same.
    }
  }

  /**
   * Late outputs are written by a new execution that leaves the cell's state unchanged. What the notebook does not take,
   * because it was closed meanwhile, is lost: the run ends all the same.
   */
  async #withWriter(write: (writer: OutputWriter) => Thenable<void>): Promise<void> {
    const writing = this.#hasEnded
      ? this.#late.then(() => this.#writeLate(write))
      : Promise.resolve(write(this.execution));
    const written = writing.catch(() => {});
    if (this.#hasEnded) this.#late = written;
    await written;
  }

  async #writeLate(write: (writer: OutputWriter) => Thenable<void>): Promise<void> {
    if (this.cell.index < 0) return;
    const { timing } = this.cell.executionSummary ?? {};
    const execution = this.controller.createNotebookCellExecution(this.cell);
    execution.executionOrder = this.execution.executionOrder;
    execution.start(timing?.startTime);
    try {
      await write(execution);
    } finally {
      execution.end(this.#success, timing?.endTime);
    }
  }
}

function sourceOf(notebook: vscode.NotebookDocument, executionCount: number): string | undefined {
  const cells = notebook.getCells();
  return cells.find((cell) => cell.executionSummary?.executionOrder === executionCount)?.document.getText();
}
