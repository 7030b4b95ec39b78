import { html, nothing, type TemplateResult } from "lit-html";
import { worded } from "../../kernel/words/words.js";

/** What a view shows, as a table: its alternative for screen readers, and its CSV. */
export interface DataTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** How the page writes a number, as the view itself does; the CSV keeps all its digits. */
  readonly shown?: (value: number, column: number, row: number) => string;
}

const mostRows = 300;

export function tableTemplate({ caption, columns, rows, shown = String }: DataTable): TemplateResult {
  const words = (cell: string | number | null, column: number, row: number) =>
    typeof cell === "number" ? shown(cell, column, row) : (cell ?? "–");
  return html`<div class="tableScroll" tabindex="0" role="group" aria-label=${worded("{0}, table", caption)}>
    <table class="data">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, mostRows).map(
          ([head = null, ...cells], row) =>
            html`<tr>
              <th scope="row">${words(head, 0, row)}</th>
              ${cells.map((cell, i) => dataCell(words(cell, i + 1, row)))}
            </tr>`,
        )}
      </tbody>
    </table>
    ${
      rows.length > mostRows
        ? html`<p class="note">
            ${worded("The first {0} of {1} rows; the CSV has them all.", mostRows, rows.length)}
          </p>`
        : nothing
    }
  </div>`;
}

/** Figures and names stay on one line; sentences have room to break. */
function dataCell(words: string): TemplateResult {
  return words.length > 40 ? html`<td class="sentence">${words}</td>` : html`<td>${words}</td>`;
}

/** The table as CSV (RFC 4180). Cells that a spreadsheet would run as a formula are prefixed with an apostrophe. */
export function tableCsv({ columns, rows }: DataTable): string {
  return [columns, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
