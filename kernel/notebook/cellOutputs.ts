import type { CellOutput } from "../contracts/cellOutput.js";
import { type NotebookCell, type NotebookOutput, wholeText } from "./notebookFile.js";

/**
 * Collects cell outputs in the form in which a notebook stores them: text of the same stream is joined,
 * `update_display_data` changes every display with its id, `clear_output` empties the cell (with `wait`, when the next
 * output comes).
 */
export class OutputCollector {
  readonly #displays = new Map<
    string,
    { data: Record<string, unknown>; metadata: Record<string, unknown> }[]
  >();
  readonly #clearNext = new WeakSet<NotebookCell>();

  /** Adds one output of a cell. */
  add(cell: NotebookCell, output: CellOutput): void {
    const outputs = (cell.outputs ??= []);
    if (output.output_type === "clear_output") {
      if (output.wait) this.#clearNext.add(cell);
      else outputs.length = 0;
      return;
    }
    if (output.output_type === "update_display_data") return this.#update(output);
    if (this.#clearNext.delete(cell)) outputs.length = 0;
    if (output.output_type === "stream") appendStream(outputs, output.name, output.text);
    else outputs.push(this.#stored(output));
  }

  #stored(
    output: Exclude<CellOutput, { output_type: "stream" | "clear_output" | "update_display_data" }>,
  ): NotebookOutput {
    if (output.output_type !== "display_data") return output;
    const stored = {
      output_type: output.output_type,
      data: { ...output.data },
      metadata: { ...output.metadata },
    };
    const id = output.transient?.display_id;
    if (id !== undefined) this.#displays.set(id, [...(this.#displays.get(id) ?? []), stored]);
    return stored;
  }

  #update(output: Extract<CellOutput, { output_type: "update_display_data" }>): void {
    for (const stored of this.#displays.get(output.transient.display_id) ?? []) {
      stored.data = { ...output.data };
      stored.metadata = { ...output.metadata };
    }
  }
}

function appendStream(outputs: NotebookOutput[], name: "stdout" | "stderr", text: string): void {
  const last = outputs.at(-1);
  if (last?.output_type === "stream" && last.name === name) last.text = redrawn(wholeText(last.text) + text);
  else outputs.push({ output_type: "stream", name, text: redrawn(text) });
}

/** Text as a terminal would show it: after a carriage return, new text overwrites the start of the line. */
function redrawn(text: string): string {
  if (!/\r(?!\n)/.test(text)) return text;
  const lines = text.split("\n");
  const last = lines.pop() as string;
  return [...lines.map((line) => writtenOver(line.split("\r"))), unfinished(last)].join("\n");
}

function writtenOver(parts: readonly string[]): string {
  return parts.reduce((shown, part) => part + shown.slice(part.length), "");
}

/** A line that may still grow: keeps the visible text and, after a carriage return, what has overwritten it so far. */
function unfinished(line: string): string {
  const parts = line.split("\r");
  const current = parts.pop() as string;
  const shown = writtenOver(parts);
  return current.length >= shown.length ? current : `${shown}\r${current}`;
}
