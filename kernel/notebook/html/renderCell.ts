import type { NotebookCell } from "../notebookFile.js";
import { escapeHtml } from "./escape.js";
import { renderOutput } from "./renderOutput.js";
import { renderCode, renderMarkdown } from "./renderSource.js";
import { shownText } from "./shownText.js";
import { worded } from "../../words/words.js";

/** A cell as HTML. @param code whether the code of cells can be seen at first; else it opens on request */
export function renderCell(cell: NotebookCell, code: "open" | "folded" = "open"): string {
  const source = shownText(cell.source);
  if (cell.cell_type === "markdown")
    return `<section class="markdown">${renderMarkdown(source, cell.attachments)}</section>`;
  if (cell.cell_type === "raw") return `<section class="raw"><pre>${escapeHtml(source)}</pre></section>`;
  const count = escapeHtml(shownText(cell.execution_count)) || " ";
  const outputs = (Array.isArray(cell.outputs) ? cell.outputs : []).map(renderOutput).join("\n");
  return `<section class="code">
<details class="source"${code === "open" ? " open" : ""}><summary aria-label="${worded("Code of cell {0}", count)}">[${count}]</summary><pre><code>${renderCode(source)}</code></pre></details>
<div class="outputs">${outputs}</div>
</section>`;
}
