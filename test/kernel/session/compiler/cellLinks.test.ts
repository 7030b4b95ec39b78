import assert from "node:assert/strict";
import { notebook } from "./askedNotebook.js";

describe("the names that a cell takes from others", () => {
  it("are imported, or declared where they can be assigned, and say from which cell", () => {
    const { places, cell } = notebook.placed("const size = 1;\nlet best = 1;", "best = size|;");
    assert.deepEqual(
      cell.links.map((link) => [link.name, places.linked(link)?.index, link.node.getText()]),
      [
        ["size", 0, "size"],
        ["best", 0, "best"],
      ],
    );
  });

  it("are none where it declares what it uses", () => {
    assert.deepEqual(notebook.placed("const size = 1;|").cell.links, []);
  });
});
