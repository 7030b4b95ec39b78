import assert from "node:assert/strict";
import { namedHere } from "../../../../kernel/session/compiler/namedHere.js";
import { notebook } from "./askedNotebook.js";

describe("what a name in a cell means", () => {
  const named = (...marked: string[]) => {
    const { places, cell, position } = notebook.placed(...marked);
    return namedHere(places, cell, position);
  };

  it("is the declaration of the cell that owns it, also just behind the name", () => {
    const found = named("const size = 1;", "1 + size|")!;
    assert.deepEqual([found.owner?.index, found.node.parent.getText()], [0, "size = 1"]);
  });

  it("is the variable, where an object takes it as a property", () => {
    assert.equal(named("const size = 1;", "({ si|ze })")?.owner?.index, 0);
  });

  it("is a name of its own inside a function", () => {
    const found = named("const size = 1;", "((size: number) => si|ze)(2)")!;
    assert.deepEqual([found.owner, found.isGone, found.name], [undefined, false, "size"]);
  });

  it("is nothing between names", () => {
    assert.equal(named("1 + | 1"), undefined);
  });
});
