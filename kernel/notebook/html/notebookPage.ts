import type { Notebook } from "../notebookFile.js";
import { htmlPage, type HtmlPageOptions } from "./htmlPage.js";
import { renderCell } from "./renderCell.js";

/**
 * A notebook as a single HTML page that opens offline: pictures, styles and data are embedded. Nothing in the notebook
 * runs in it or makes it fetch: everything is escaped or framed. Fields may hold anything.
 */
export function notebookPage(notebook: Notebook, options: HtmlPageOptions): string {
  return htmlPage(notebook.cells.map((cell) => renderCell(cell)).join("\n"), options);
}
