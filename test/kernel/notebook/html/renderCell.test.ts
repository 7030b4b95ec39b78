import assert from "node:assert/strict";
import { renderCell } from "../../../../kernel/notebook/html/renderCell.js";
import { codeCell } from "../cell.js";

describe("A cell in a page", () => {
  it("shows its code, at once or on request, and its number", () => {
    const cell = { ...codeCell("1 < 2"), execution_count: 5 };
    assert.match(renderCell(cell), /<details class="source" open><summary aria-label="Code of cell 5">\[5\]/);
    assert.match(renderCell(cell, "folded"), /<details class="source">.*&lt;/s);
  });

  it("is text where it is raw, and Markdown where it is Markdown", () => {
    assert.match(renderCell({ ...codeCell("<b>*a*"), cell_type: "raw" }), /<pre>&lt;b&gt;\*a\*<\/pre>/);
    assert.match(renderCell({ ...codeCell("*a*"), cell_type: "markdown" }), /<em>a<\/em>/);
  });
});
