import assert from "node:assert/strict";
import { cardSections } from "../../../../../kernel/aen/model/card/cardSections.js";

describe("the sections of a card", () => {
  it("are lists of sentences or Markdown as it is; those without content are left out", () => {
    const text = cardSections(
      "Title",
      [
        ["One", ["a", "b"]],
        ["None", []],
        ["Table", "| x |"],
        ["No", ""],
      ],
      "End.",
    );
    assert.equal(text, "# Title\n\n## One\n\n- a\n- b\n\n## Table\n\n| x |\n\nEnd.\n");
  });
});
