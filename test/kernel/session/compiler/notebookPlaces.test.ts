import assert from "node:assert/strict";
import { lineRange } from "../../../../kernel/session/compiler/notebookPlaces.js";
import { ts } from "../../../../kernel/session/compiler/typescript.js";
import { notebook } from "./askedNotebook.js";

describe("the places of a notebook", () => {
  it("are in the cell's own text, and in each of two cells with the same text", () => {
    const { places, cell } = notebook.placed("const size = 1;", "size|", "size");
    const file = cell.source.fileName;
    assert.deepEqual(notebook.shown(places.placesOf(file, cell.start, 4)), ["1 0:0-4", "2 0:0-4"]);
    assert.deepEqual(places.placesOf(file, 0, 4), [], "the text before the cell");
    assert.deepEqual(places.placesOf(file, cell.end, 4), [], "the text after the cell");
  });

  it("may be edited in cells and in the user's files alone", () => {
    notebook.file("mine.ts", "export const mine = 1;");
    const { places } = notebook.placed('import { mine } from "./mine.ts";|');
    const names = places.editable().map(({ fileName }) => fileName);
    assert.equal(names.filter((name) => name.endsWith("/mine.ts")).length, 1);
    assert.ok(names.every((name) => name.startsWith(notebook.folder)));
  });

  it("count lines and columns from where the cell begins", () => {
    const source = ts.createSourceFile("a.ts", "// before\none\n  two", ts.ScriptTarget.Latest);
    assert.deepEqual(lineRange(source, 16, 3, 10), {
      ...{ start: { line: 1, character: 2 }, end: { line: 1, character: 5 } },
    });
    assert.deepEqual(lineRange(source, 5, 2, 3).start, { line: 0, character: 2 });
  });
});
