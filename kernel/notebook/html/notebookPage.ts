import { type Notebook, type NotebookCell, wholeText } from "../notebookFile.js";
import { escapeHtml } from "./escape.js";
import { renderOutput } from "./renderOutput.js";
import { renderCode, renderMarkdown } from "./renderSource.js";

export interface NotebookPageOptions {
  readonly title: string;
  /** The text of the style sheet. */
  readonly style: string;
  /** Module scripts that make views and figures interactive; without them they stay static pictures. */
  readonly scripts?: readonly string[];
}

/** A notebook as a single HTML page that opens offline: pictures, styles and data are embedded. */
export function notebookPage(
  notebook: Notebook,
  { title, style, scripts = [] }: NotebookPageOptions,
): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>
${style}
</style>
</head>
<body>
<main>
${notebook.cells.map(renderCell).join("\n")}
</main>
${scripts.map((script) => `<script type="module">${script.replaceAll("</script", "<\\/script")}</script>`).join("\n")}
</body>
</html>
`;
}

function renderCell(cell: NotebookCell): string {
  const source = wholeText(cell.source);
  if (cell.cell_type === "markdown")
    return `<section class="markdown">${renderMarkdown(source, cell.attachments)}</section>`;
  if (cell.cell_type === "raw") return `<section class="raw"><pre>${escapeHtml(source)}</pre></section>`;
  const count = cell.execution_count ?? " ";
  const outputs = (cell.outputs ?? []).map(renderOutput).join("\n");
  return `<section class="code">
<details class="source" open><summary aria-label="Code of cell ${count}">[${count}]</summary><pre><code>${renderCode(source)}</code></pre></details>
<div class="outputs">${outputs}</div>
</section>`;
}
