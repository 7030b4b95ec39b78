import type { Notebook, NotebookCell } from "../notebookFile.js";
import { escapeHtml } from "./escape.js";
import { pagePolicy } from "./pagePolicy.js";
import { renderOutput } from "./renderOutput.js";
import { renderCode, renderMarkdown } from "./renderSource.js";
import { shownText } from "./shownText.js";

export interface NotebookPageOptions {
  readonly title: string;
  /** The text of the style sheet. */
  readonly style: string;
  /** Module scripts that make views and figures interactive; without them they stay static pictures. */
  readonly scripts?: readonly string[];
}

/**
 * A notebook as a single HTML page that opens offline: pictures, styles and data are embedded. Nothing in the notebook
 * runs in it or makes it fetch: everything is escaped or framed, under {@link pagePolicy}. Fields may hold anything.
 */
export function notebookPage(
  notebook: Notebook,
  { title, style, scripts = [] }: NotebookPageOptions,
): string {
  const written = scripts.map(scriptText);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy(written)}">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="referrer" content="no-referrer">
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
${written.map((script) => `<script type="module">${script}</script>`).join("\n")}
</body>
</html>
`;
}

/** As it stands between the tags: without its end tag, with the line ends that a browser makes of others. */
function scriptText(script: string): string {
  return script.replaceAll(/\r\n?/g, "\n").replaceAll(/<(?=\/script)/gi, "<\\");
}

function renderCell(cell: NotebookCell): string {
  const source = shownText(cell.source);
  if (cell.cell_type === "markdown")
    return `<section class="markdown">${renderMarkdown(source, cell.attachments)}</section>`;
  if (cell.cell_type === "raw") return `<section class="raw"><pre>${escapeHtml(source)}</pre></section>`;
  const count = escapeHtml(shownText(cell.execution_count)) || " ";
  const outputs = (Array.isArray(cell.outputs) ? cell.outputs : []).map(renderOutput).join("\n");
  return `<section class="code">
<details class="source" open><summary aria-label="Code of cell ${count}">[${count}]</summary><pre><code>${renderCode(source)}</code></pre></details>
<div class="outputs">${outputs}</div>
</section>`;
}
