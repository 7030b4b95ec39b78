import { stripVTControlCharacters } from "node:util";
import { type Notebook, type NotebookCell, type NotebookOutput, wholeText } from "./notebookFile.js";

/**
 * A notebook as text: what its cells say and the text form of what they show, without data, pictures and counts. Two
 * executed notebooks can be compared by it line by line.
 */
export function notebookText({ cells }: Notebook): string {
  return `${cells.map(cellText).join("\n\n")}\n`;
}

function cellText(cell: NotebookCell): string {
  const tags = (cell.metadata.tags ?? []).map((tag) => ` #${tag}`).join("");
  const outputs = (cell.outputs ?? []).map(outputText).filter((text) => text !== "");
  return [`--- ${cell.cell_type}${tags}`, wholeText(cell.source).trimEnd(), ...outputs].join("\n");
}

function outputText(output: NotebookOutput): string {
  if (output.output_type === "error") return quoted(`${output.ename}: ${output.evalue}`);
  if (output.output_type === "stream") return quoted(wholeText(output.text));
  const { "text/plain": text, ...forms } = output.data;
  if (typeof text === "string" || Array.isArray(text)) return quoted(wholeText(text as string[]));
  return quoted(`[${Object.keys(forms).join(", ")}]`);
}

/** Outputs stand out from the code of their cells. */
function quoted(text: string): string {
  const lines = stripVTControlCharacters(text).trimEnd().split("\n");
  return lines.map((line) => `> ${line}`.trimEnd()).join("\n");
}
