import type { CellOutput, StreamOutput } from "../contracts/cellOutput.js";
import type { NotebookCell, NotebookOutput } from "./notebookFile.js";
import { StreamText } from "./streamText.js";

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
  readonly #texts = new WeakMap<NotebookOutput, StreamText>();

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
    if (output.output_type === "stream") this.#print(outputs, output);
    else outputs.push(this.#stored(output));
  }

  #print(outputs: NotebookOutput[], { name, text }: StreamOutput): void {
    let last = outputs.at(-1);
    if (last?.output_type !== "stream" || last.name !== name) {
      last = { output_type: "stream", name, text: "" };
      this.#texts.set(last, new StreamText());
      outputs.push(last);
    }
    const printed = this.#texts.get(last)!;
    printed.add(text);
    last.text = printed.text;
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
