import assert from "node:assert/strict";
import type { Notebook, NotebookCell } from "../../../kernel/notebook/notebookFile.js";
import { slidesOf } from "../../../kernel/notebook/slides.js";
import { codeCell, notebookOf } from "./cell.js";

const of = (source: string, slide_type?: unknown): NotebookCell => ({
  ...codeCell(source),
  metadata: slide_type === undefined ? {} : { slideshow: { slide_type } },
});
const heading = (source: string): NotebookCell => ({ ...codeCell(source), cell_type: "markdown" });

/** The sources of each slide's steps, and of its notes. */
const sources = (notebook: Notebook): unknown[] =>
  slidesOf(notebook).map(({ steps, notes }) => ({
    steps: steps.map((cells) => cells.map(({ source }) => source)),
    notes: notes.map(({ source }) => source),
  }));

describe("The slides of a notebook", () => {
  it("follow the types that Jupyter and VS Code write to its cells", () => {
    const cells = [
      of("title", "slide"),
      of("more", "-"),
      of("untyped"),
      of("point", "fragment"),
      of("of the point", ""),
      of("for me", "notes"),
      of("import", "skip"),
      of("below", "subslide"),
      of("next", "slide"),
    ];
    assert.deepEqual(sources(notebookOf(...cells)), [
      {
        steps: [
          ["title", "more", "untyped"],
          ["point", "of the point"],
        ],
        notes: ["for me"],
      },
      { steps: [["below"]], notes: [] },
      { steps: [["next"]], notes: [] },
    ]);
  });

  it("begin at headings of the first two levels where no cell has a type", () => {
    const cells = [
      codeCell("setup"),
      heading("# One"),
      codeCell("# no heading"),
      heading("### Deeper"),
      heading("## Two"),
    ];
    assert.deepEqual(
      sources(notebookOf(...cells)),
      [["setup"], ["# One", "# no heading", "### Deeper"], ["## Two"]].map((step) => ({
        steps: [step],
        notes: [],
      })),
    );
  });

  it("are found whatever stands in the cells' fields", () => {
    const odd = { ...of("a", 7), source: { not: "text" }, metadata: null } as never;
    assert.equal(slidesOf(notebookOf(odd, of("b", { slide: 1 }))).length, 1);
    assert.deepEqual(slidesOf(notebookOf()), []);
    assert.deepEqual(slidesOf(notebookOf(of("only", "skip"))), []);
  });
});
