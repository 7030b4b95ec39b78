import { html, type TemplateResult } from "lit-html";
import { type DataTable, tableCsv } from "./dataTable.js";
import { messageOf } from "../../kernel/contracts/messageOf.js";
import { worded } from "../../kernel/words/words.js";

/** What the export menu needs from a view. */
export interface Exportable {
  /** File name without extension. */
  readonly fileName: string;
  /** A self-contained specification with its own background. */
  readonly spec: () => object;
  /** In English, so that a script finds the same columns whatever a person's language is. */
  readonly table: () => DataTable;
  /** Tells the reader how the export went. */
  readonly say: (words: string) => void;
}

type Format = "svg" | "png" | "csv" | "json";

const names: Record<Format, string> = { svg: "SVG", png: "PNG", csv: "CSV", json: "Vega-Lite JSON" };

export function exportMenu(exportable: Exportable): TemplateResult {
  return html`<details class="menu" @keydown=${closeOnEscape} @focusout=${closeOnLeave}>
    <summary>${worded("Export")}</summary>
    <div class="menuItems">
      ${(Object.keys(names) as Format[]).map(
        (format) =>
          html`<button type="button" @click=${(event: Event) => choose(event, format, exportable)}>
            ${names[format]}
          </button>`,
      )}
    </div>
  </details>`;
}

function closeOnEscape(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary")!.focus();
  event.stopPropagation();
}

function closeOnLeave(event: FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) menu.open = false;
}

async function choose(event: Event, format: Format, exportable: Exportable): Promise<void> {
  (event.currentTarget as HTMLElement).closest("details")!.open = false;
  const name = `${exportable.fileName}.${format}`;
  try {
    save(await contents(format, exportable), name);
    exportable.say(worded("Saved {0}.", name));
  } catch (error) {
    exportable.say(worded("{0} could not be made: {1}", name, messageOf(error)));
  }
}

async function contents(format: Format, { spec, table }: Exportable): Promise<Blob> {
  if (format === "csv") return new Blob([tableCsv(table())], { type: "text/csv;charset=utf-8" });
  if (format === "json") return new Blob([JSON.stringify(spec(), null, 2)], { type: "application/json" });
  const { svgOf, pngOf } = await import("../drawing/vegaRuntime.js");
  if (format === "svg") return new Blob([await svgOf(spec())], { type: "image/svg+xml" });
  return pngOf(spec());
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
