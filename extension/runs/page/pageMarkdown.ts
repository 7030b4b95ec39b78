import type { PagePart, RecordPage } from "../../../kernel/contracts/recordPage.js";

/** A page as Markdown, for papers and issues: its tables, texts and code, without its views. */
export function pageMarkdown({ title, subtitle, notes, sections }: RecordPage): string {
  const written = notes ? [notes.value.tags.join(", "), notes.value.text].filter(Boolean) : [];
  const shown = sections
    .map(({ heading, parts }) => [`## ${heading}`, ...parts.map(partMarkdown).filter(Boolean)])
    .filter((lines) => lines.length > 1);
  return `${[`# ${title}`, subtitle, ...written, ...shown.flat()].join("\n\n")}\n`;
}

function partMarkdown(part: PagePart): string {
  if (part.part === "text") return part.text;
  if (part.part === "code") return fenced(part.text);
  if (part.part === "view") return "";
  const width = Math.max(part.columns.length, ...part.rows.map((row) => row.length));
  const head = Array.from({ length: width }, (_, column) => part.columns[column] ?? "");
  return [head, head.map(() => "---"), ...part.rows]
    .map((row) => `| ${row.map(cell).join(" | ")} |`)
    .join("\n");
}

/** A fence that is longer than any in the code. */
function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}ts\n${code}\n${fence}`;
}

function cell(value: string): string {
  return value.replace(/[\\|]/g, "\\$&").replace(/\s+/g, " ");
}
