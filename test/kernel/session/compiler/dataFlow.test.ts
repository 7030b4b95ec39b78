import assert from "node:assert/strict";
import { notebook } from "./askedNotebook.js";

const flow = (...cells: string[]) =>
  cells.map((_, cell) => {
    const { reads, writes } = notebook.ask("dataFlow", cells, { cell, offset: 0 });
    return `${reads.join()} > ${writes.join()}`;
  });

const parts = (part: "changes" | "types" | "declares", ...cells: string[]) => {
  const at = { cell: cells.length - 1, offset: 0 };
  return notebook.ask("dataFlow", cells, at)[part].join();
};

describe("what cells take from each other", () => {
  const first = "let size = 1;\nconst box = { width: 1 };\ninterface Box { width: number }";

  it("are the names that they read, and those that they declare", () => {
    assert.deepEqual(flow(first, "const twice = size * box.width;"), [" > Box,box,size", "box,size > twice"]);
    assert.equal(flow(first, "function area() { return size; }")[1], "size > area");
    assert.equal(flow(first, "({ size })")[1], "size > ");
  });

  it("are no names of their own, no properties and no types", () => {
    assert.equal(flow(first, "const size = 2;\nsize + 1")[1], " > size");
    assert.equal(flow(first, "((size: number) => size)(1)")[1], " > ");
    assert.equal(flow(first, "const other = { size: 1 };\nother.size")[1], " > other");
    assert.equal(flow(first, "const other: Box | undefined = undefined;")[1], " > other");
  });

  it("are changed by an assignment, also to a member", () => {
    assert.equal(flow(first, "size = 3;")[1], " > size");
    assert.equal(flow(first, "size++;")[1], "size > size");
    assert.equal(flow(first, "box.width = 3;")[1], "box > box");
    assert.equal(flow(first, "delete (box as any).width;")[1], "box > ");
    assert.equal(flow(first, "const list = box; list.width;")[1], "box > list");
  });

  it("are names that they declare, and types of other cells", () => {
    assert.equal(parts("declares", first, "const twice = 2;\ninterface Wide { wide: Box }"), "Wide,twice");
    assert.equal(parts("types", first, "let one: Box | undefined; const f = (box: Box[]) => box;"), "Box");
  });

  it("are values that may change inside, and files that they import", () => {
    assert.equal(parts("changes", first, "Object.assign(box, { width: 2 }); size.toFixed();"), "box");
    notebook.file("scale.ts", 'export { factor } from "./factor.js";');
    notebook.file("factor.ts", "export const factor = 2;");
    const { files } = notebook.ask("dataFlow", ['import { factor } from "./scale.js";'], {
      cell: 0,
      offset: 0,
    });
    assert.deepEqual(
      files,
      ["factor.ts", "scale.ts"].map((name) => `${notebook.folder}/${name}`),
    );
  });
});
