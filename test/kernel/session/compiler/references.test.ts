import assert from "node:assert/strict";
import { notebook } from "./askedNotebook.js";

const references = (...marked: string[]) =>
  notebook.shown(notebook.ask("references", ...notebook.at(...marked)));

describe("the references of a name", () => {
  it("are in all cells, whichever of them asks, and not those of a later declaration", () => {
    const cells = ["let size = 1;\nsize++;", "const twice = size * 2;", "let size = 5;", "size"];
    const expected = ["0 0:4-8", "0 1:0-4", "1 0:14-18"];
    assert.deepEqual(references(cells[0].replace("size", "|size"), ...cells.slice(1)), expected);
    assert.deepEqual(references(cells[0], "const twice = |size * 2;", cells[2], cells[3]), expected);
  });

  it("include members, across cells", () => {
    const cells = ["interface Box { w: number }", "const box: Box = { w: 1 };", "box.w|"];
    assert.deepEqual(references(...cells), ["0 0:16-17", "1 0:19-20", "2 0:4-5"]);
  });

  it("include those in local files", () => {
    notebook.file("rate.ts", "export const rate = 1;\nexport const twice = rate * 2;");
    const found = references('import { rate } from "./rate.ts";', "ra|te");
    assert.deepEqual(found, ["0 0:9-13", "1 0:0-4", "rate.ts 0:13-17", "rate.ts 1:21-25"]);
  });
});
