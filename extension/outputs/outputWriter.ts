import type * as vscode from "vscode";

/** The part of a cell execution that writes outputs. */
export type OutputWriter = Pick<
  vscode.NotebookCellExecution,
  "appendOutput" | "appendOutputItems" | "replaceOutput" | "replaceOutputItems" | "clearOutput"
>;
