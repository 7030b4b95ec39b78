import assert from "node:assert/strict";
import { slidesPage } from "../../../../kernel/notebook/html/slidesPage.js";
import { codeCell, notebookOf } from "../cell.js";

describe("The page of a notebook's slides", () => {
  const cell = (source: string, slide_type: string) => ({
    ...codeCell(source),
    metadata: { slideshow: { slide_type } },
  });
  const page = slidesPage(
    notebookOf(cell("one", "slide"), cell("two", "fragment"), cell("aside", "notes"), {
      ...cell("three", "slide"),
      outputs: [{ output_type: "stream", name: "stdout", text: "printed" }],
    }),
    { title: "A <talk>", style: "" },
  );

  it("has a section for each slide, numbered, with its steps and its notes", () => {
    assert.deepEqual(
      [...page.matchAll(/<section class="slide"[^>]* aria-label="([^"]*)"/g)].map(([, of]) => of),
      ["1 of 2", "2 of 2"],
    );
    assert.match(page, /data-step="0">[^]*one[^]*data-step="1">[^]*two[^]*<aside class="notes"[^]*aside/);
    assert.match(page, /<title>A &lt;talk&gt;<\/title>/);
  });

  it("folds the code of a cell whose outputs it shows", () => {
    const [, first, second] = page.split('<section class="slide"');
    assert.match(first, /<details class="source" open>/);
    assert.match(second, /<details class="source">/);
    assert.match(second, /printed/);
  });
});
