import type { Notebook, NotebookCell } from "../notebookFile.js";
import { type Slide, slidesOf } from "../slides.js";
import { htmlPage, type HtmlPageOptions } from "./htmlPage.js";
import { renderCell } from "./renderCell.js";
import { worded } from "../../words/words.js";

/**
 * A notebook as slides in a single HTML page that opens offline. The page's script shows one at a time
 * (`media/page/slideShow.ts`); without it, and on paper, they stand one below the other.
 */
export function slidesPage(notebook: Notebook, options: HtmlPageOptions): string {
  const slides = slidesOf(notebook);
  const sections = slides.map((slide, index) => renderSlide(slide, index + 1, slides.length));
  return htmlPage(`<div class="slides">\n${sections.join("\n")}\n</div>`, options);
}

function renderSlide({ steps, notes }: Slide, number: number, of: number): string {
  const written = steps.map(
    (cells, step) => `<div class="step" data-step="${step}">${rendered(cells)}</div>`,
  );
  const aside =
    notes.length === 0
      ? ""
      : `\n<aside class="notes" aria-label="${worded("Notes")}">${rendered(notes)}</aside>`;
  return `<section class="slide" tabindex="-1" aria-roledescription="${worded("slide")}" aria-label="${worded("{0} of {1}", number, of)}">
${written.join("\n")}${aside}
</section>`;
}

/** Code whose result is shown opens on request: a slide has room for one of them. */
function rendered(cells: readonly NotebookCell[]): string {
  return cells.map((cell) => renderCell(cell, hasOutputs(cell) ? "folded" : "open")).join("\n");
}

function hasOutputs({ outputs }: NotebookCell): boolean {
  return Array.isArray(outputs) && outputs.length > 0;
}
