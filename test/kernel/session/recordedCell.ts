import type { CellOutput } from "../../../kernel/contracts/cellOutput.js";
import { CellExecution } from "../../../kernel/session/cellExecution.js";

/** A cell without a notebook, which keeps what it puts out; `answers` are what its user types, in turn. */
export function recordedCell(executionCount = 1, answers?: (prompt: string) => Promise<string>) {
  const outputs: CellOutput[] = [];
  const cell = new CellExecution(executionCount, {
    onOutput: (output) => void outputs.push(output),
    onInput: answers,
  });
  /** What it has printed to a stream. */
  const printed = (name: "stdout" | "stderr" = "stdout") =>
    outputs
      .map((output) => (output.output_type === "stream" && output.name === name ? output.text : ""))
      .join("");
  return { cell, outputs, printed };
}
