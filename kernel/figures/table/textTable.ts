import type { MimeBundle } from "../../contracts/mimeBundle.js";

/** A table and sentences about it. */
interface TableBundle extends MimeBundle {
  readonly "text/markdown": string;
  readonly "text/plain": string;
}

/** Rows of cells, the heading first, with sentences below: as Markdown, and as text whose columns are aligned. */
export function tableBundle(
  cells: readonly (readonly string[])[],
  sentences: readonly string[],
): TableBundle {
  const list = sentences.map((sentence) => `- ${markdownText(sentence)}`);
  return {
    "text/markdown": `${markdownTable(cells)}\n\n${list.join("\n")}`,
    "text/plain": [...plainTable(cells), ...sentences].join("\n"),
  };
}

function plainTable(table: readonly (readonly string[])[]): string[] {
  const cells = table.map((row) => row.map(onOneLine));
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  return cells.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]))
      .join("  ")
      .trimEnd(),
  );
}

function markdownTable([heading, ...body]: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) => `| ${row.map(markdownText).join(" | ")} |`;
  return [line(heading), line(heading.map(() => "---")), ...body.map(line)].join("\n");
}

/** Text as it is in Markdown: names are the user's. */
function markdownText(text: string): string {
  return onOneLine(text).replaceAll(/[\\`*_[\]<>|]/g, "\\$&");
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
