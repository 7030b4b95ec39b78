import * as vscode from "vscode";
import type { ExecuteReply } from "../../kernel/protocol/childProcessKernel.js";
import type { NotebookKernel } from "../kernel/notebookKernel.js";
import { CellOutputs } from "../outputs/cellOutputs.js";
import type { OutputWriter } from "../outputs/outputWriter.js";
import type { DisplayedOutputs } from "../outputs/displayedOutputs.js";
import { answerInput } from "./answerInput.js";

export type CellResult = "ok" | "failed" | "aborted";

/** One run of one cell, from queued to finished, with its outputs, including late ones. */
export class CellRun {
  readonly #outputs: CellOutputs;
  #hasStarted = false;
  #hasEnded = false;
  #success: boolean | undefined;
  #late: Promise<void> = Promise.resolve();

  constructor(
    readonly cell: vscode.NotebookCell,
    readonly controller: vscode.NotebookController,
    private readonly execution: vscode.NotebookCellExecution,
    displayed: DisplayedOutputs,
    private readonly onOutput: (cell: vscode.NotebookCell, data: Record<string, unknown>) => void,
  ) {
    this.#outputs = new CellOutputs(
      cell,
      displayed,
      (write) => this.#withWriter(write),
      () => execution.executionOrder ?? 0,
      (count) => sourceOf(cell.notebook, count),
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
    if (this.#hasStarted || this.#hasEnded) return;
    this.#hasEnded = true;
    this.execution.end(undefined);
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
    });
  }

  #start(): void {
    this.#hasStarted = true;
    this.execution.start(Date.now());
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
    this.execution.end(this.#success, Date.now());
    return reply.status === "ok" ? "ok" : reply.status === "aborted" ? "aborted" : "failed";
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
