import { type Notebook, type NotebookCell, wholeText } from "./notebookFile.js";

/** What is seen at once, and what comes to it step by step. */
export interface Slide {
  /** The cells of each step; those of the first are there at once. */
  readonly steps: readonly (readonly NotebookCell[])[];
  /** Cells for the speaker's eyes. */
  readonly notes: readonly NotebookCell[];
}

interface GrowingSlide {
  readonly steps: NotebookCell[][];
  readonly notes: NotebookCell[];
}

/**
 * The slides of a notebook, by the cells' `slideshow.slide_type`, as Jupyter and VS Code write it: `slide` and `subslide`
 * begin one, `fragment` comes at the next step, `notes` are the speaker's, `skip` is left out, all else continues. In a
 * notebook without any, a heading of level 1 or 2 begins a slide. Subslides follow their slide.
 */
export function slidesOf({ cells }: Notebook): Slide[] {
  const kindOf = cells.some((cell) => slideType(cell) !== "") ? slideType : typeByHeading;
  const slides: GrowingSlide[] = [];
  for (const cell of cells) {
    const kind = kindOf(cell);
    if (kind === "skip") continue;
    if (slides.length === 0 || kind === "slide" || kind === "subslide")
      slides.push({ steps: [[]], notes: [] });
    const { steps, notes } = slides.at(-1)!;
    if (kind === "notes") notes.push(cell);
    else if (kind === "fragment") steps.push([cell]);
    else steps.at(-1)!.push(cell);
  }
  return slides;
}

/** The type that a cell names; "" for none, and for what is no type. */
function slideType({ metadata }: NotebookCell): string {
  const named = (metadata as { slideshow?: { slide_type?: unknown } } | undefined)?.slideshow?.slide_type;
  return typeof named === "string" && named !== "-" ? named : "";
}

function typeByHeading({ cell_type, source }: NotebookCell): string {
  const text = typeof source === "string" || Array.isArray(source) ? wholeText(source) : "";
  return cell_type === "markdown" && /^\s*#{1,2}\s/.test(text) ? "slide" : "";
}
