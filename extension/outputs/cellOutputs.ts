import type * as vscode from "vscode";
import { NotebookCellOutput } from "vscode";
import type { CellOutput } from "../../kernel/contracts/cellOutput.js";
import type { DisplayedOutputs } from "./displayedOutputs.js";
import { errorOutput } from "./errorOutput.js";
import { bundleOutput, outputItems, streamItem } from "./outputItems.js";
import type { OutputWriter } from "./outputWriter.js";

type Write = (writer: OutputWriter) => Thenable<void>;

/** How long outputs are batched before they are written, in milliseconds; the first is written at once. */
const gathering = 50;

/**
 * Writes a cell's outputs to the notebook, in order and without loss. Text of one stream is joined, and of several
 * updates to one display only the last is drawn, so that a cell that prints endlessly does not slow VS Code down.
 */
export class CellOutputs {
  #queue: CellOutput[] = [];
  /** What is being written. */
  #batch: CellOutput[] = [];
  /** Counts the notebooks that were written to; a write to one that was closed never ends. */
  #notebook = 0;
  #onMove = () => {};
  #writing: Promise<void> | undefined;
  #stream: { name: string; output: NotebookCellOutput } | undefined;
  #clearWithNext = false;

  constructor(
    private cell: vscode.NotebookCell,
    readonly displayed: DisplayedOutputs,
    /** Runs a write while the cell is writable. */
    readonly withWriter: (write: Write) => Promise<void>,
    readonly executionCount: () => number,
    readonly source: (executionCount: number) => string | undefined,
  ) {}

  push(output: CellOutput): void {
    const last = this.#queue.at(-1);
    if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name)
      this.#queue[this.#queue.length - 1] = { ...last, text: last.text + output.text };
    else this.#queue.push(output);
    this.#writing ??= this.#write();
  }

  /** Call when the user has cleared the cell's outputs: what is printed next begins a new output. */
  cleared(): void {
    if (this.cell.outputs.length > 0) return;
    this.#stream = undefined;
    this.displayed.cleared(this.cell);
  }

  /** Writes to another cell from now on: the same one, in a notebook that was opened anew. */
  moveTo(cell: vscode.NotebookCell): void {
    this.#notebook++;
    this.#stream = undefined;
    this.cell = cell;
    this.#queue.unshift(...this.#batch.splice(0));
    this.#writing = this.#queue.length > 0 ? this.#write() : undefined;
    this.#onMove();
  }

  /** Resolves when everything received so far is in the notebook. */
  async drained(): Promise<void> {
    while (this.#writing) {
      const moved = new Promise<void>((resolve) => (this.#onMove = resolve));
      await Promise.race([this.#writing, moved]);
    }
  }

  async #write(): Promise<void> {
    const notebook = this.#notebook;
    const isThere = () => notebook === this.#notebook;
    try {
      while (this.#queue.length > 0 && isThere()) {
        this.#batch = lastUpdates(this.#queue.splice(0));
        await this.withWriter((writer) => this.#writeBatch(writer, isThere));
        if (this.#queue.length > 0 && isThere())
          await new Promise((resolve) => setTimeout(resolve, gathering));
      }
    } finally {
      if (isThere()) this.#writing = undefined;
    }
  }

  async #writeBatch(writer: OutputWriter, isThere: () => boolean): Promise<void> {
    while (isThere() && this.#batch.length > 0) {
      await this.#writeOne(this.#batch[0], writer, isThere);
      if (isThere()) this.#batch.shift();
    }
  }

  async #writeOne(output: CellOutput, writer: OutputWriter, isThere: () => boolean): Promise<void> {
    if (output.output_type === "clear_output") return this.#clear(output.wait, writer);
    if (output.output_type === "update_display_data")
      return this.displayed.update(output.transient.display_id, outputItems(output.data), writer, this.cell);
    await this.#clearIfDue(writer);
    if (!isThere()) return;
    if (output.output_type === "stream") return this.#writeStream(output.name, output.text, writer);
    this.#stream = undefined;
    if (output.output_type === "error")
      return writer.appendOutput(errorOutput(output, this.executionCount(), this.source));
    const written = bundleOutput(output);
    if (output.output_type === "display_data" && output.transient?.display_id)
      this.displayed.add(output.transient.display_id, written, this.cell);
    await writer.appendOutput(written);
  }

  async #writeStream(name: "stdout" | "stderr", text: string, writer: OutputWriter): Promise<void> {
    const item = streamItem(name, text);
    if (this.#stream?.name === name) return writer.appendOutputItems(item, this.#stream.output);
    const output = new NotebookCellOutput([item], { outputType: "stream" });
    this.#stream = { name, output };
    await writer.appendOutput(output);
  }

  async #clear(wait: boolean, writer: OutputWriter): Promise<void> {
    this.#clearWithNext = true;
    if (!wait) await this.#clearIfDue(writer);
  }

  async #clearIfDue(writer: OutputWriter): Promise<void> {
    if (!this.#clearWithNext) return;
    this.#clearWithNext = false;
    this.#stream = undefined;
    await writer.clearOutput();
  }
}

/** Drops display updates that a later one in the same batch replaces. */
function lastUpdates(batch: CellOutput[]): CellOutput[] {
  const seen = new Set<string>();
  return batch
    .reverse()
    .filter((output) => {
      if (output.output_type !== "update_display_data") return true;
      const { display_id: id } = output.transient;
      return seen.has(id) ? false : seen.add(id);
    })
    .reverse();
}
