import assert from "node:assert/strict";
import { tableBundle } from "../../../../kernel/figures/table/textTable.js";

describe("a table with sentences", () => {
  const cells = [
    ["name", "n"],
    ["a|b", "10"],
    ["c\nd", ""],
  ];
  const { "text/markdown": markdown, "text/plain": text } = tableBundle(cells, ["See x_y.", "And *z*."]);

  it("has aligned columns in text, without spaces at the end", () => {
    assert.equal(text, "name  n\na|b   10\nc d\nSee x_y.\nAnd *z*.");
  });

  it("is a table and a list in Markdown, in which names stand as they are", () => {
    const table = "| name | n |\n| --- | --- |\n| a\\|b | 10 |\n| c d |  |";
    assert.equal(markdown, `${table}\n\n- See x\\_y.\n- And \\*z\\*.`);
  });
});
