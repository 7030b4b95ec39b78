import * as vscode from "vscode";
import type { CellOutput } from "../../kernel/contracts/cellOutput.js";
import { linkedTraceback } from "./linkedTraceback.js";

type ErrorContent = Extract<CellOutput, { output_type: "error" }>;

/**
 * An error as VS Code draws it, with lines that link to the cells; the .ipynb keeps the kernel's original text.
 * @param source - the text of the cell with a given execution count, if known
 */
export function errorOutput(
  error: ErrorContent,
  executionCount: number,
  source: (executionCount: number) => string | undefined,
): vscode.NotebookCellOutput {
  const { ename, evalue, traceback } = error;
  const stack = linkedTraceback(traceback, executionCount, source).join("\n");
  const item = vscode.NotebookCellOutputItem.error({ name: ename, message: evalue, stack });
  return new vscode.NotebookCellOutput([item], { outputType: "error", originalError: error });
}
