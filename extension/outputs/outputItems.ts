import * as vscode from "vscode";
import type { CellOutput } from "../../kernel/contracts/cellOutput.js";

type Bundle = Extract<CellOutput, { output_type: "display_data" | "execute_result" | "update_display_data" }>;

/** Richest form first: VS Code shows the first one that it can draw. */
const order = [
  /^application\/vnd\.aen\./,
  /^application\/vnd\.plotly\./,
  /^application\/vnd\.vega/,
  /^text\/html$/,
  /^text\/markdown$/,
  /^text\/latex$/,
  /^image\//,
  /^application\//,
  /^text\/plain$/,
];

function rank(mime: string): number {
  const found = order.findIndex((pattern) => pattern.test(mime));
  return found === -1 ? order.length - 1 : found;
}

/** The forms of a value as VS Code output items. */
export function outputItems(data: Record<string, unknown>): vscode.NotebookCellOutputItem[] {
  return Object.entries(data)
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([mime, value]) => new vscode.NotebookCellOutputItem(encoded(mime, value), mime));
}

/** Jupyter messages carry images as base64, JSON as is, and everything else as text. */
function encoded(mime: string, value: unknown): Uint8Array {
  if (typeof value === "string" && /^image\/(?!svg)/.test(mime)) return Buffer.from(value, "base64");
  if (typeof value === "string" && !/[/+]json$/.test(mime)) return Buffer.from(value, "utf8");
  if (Array.isArray(value) && !/[/+]json$/.test(mime)) return Buffer.from(value.join(""), "utf8");
  return Buffer.from(JSON.stringify(value), "utf8");
}

/** An output with the metadata that lets VS Code write it to the .ipynb with its original type. */
export function bundleOutput(output: Bundle): vscode.NotebookCellOutput {
  const count = output.output_type === "execute_result" ? { executionCount: output.execution_count } : {};
  const outputType = output.output_type === "execute_result" ? "execute_result" : "display_data";
  const metadata = { outputType, metadata: output.metadata, ...count };
  return new vscode.NotebookCellOutput(outputItems(output.data), metadata);
}

export function streamItem(name: "stdout" | "stderr", text: string): vscode.NotebookCellOutputItem {
  return name === "stderr"
    ? vscode.NotebookCellOutputItem.stderr(text)
    : vscode.NotebookCellOutputItem.stdout(text);
}
