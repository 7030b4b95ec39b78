import assert from "node:assert/strict";
import { CellHistory } from "../../../extension/stale/cellHistory.js";

describe("the history of cells that have run", () => {
  let history: CellHistory<string>;
  beforeEach(() => (history = new CellHistory()));

  const run = (cell: string, text: string, reads: string, writes: string, values: object = {}) =>
    history.add({
      ...{ cell, text, reads: reads.split(" ").filter(Boolean), writes: writes.split(" ").filter(Boolean) },
      values: new Map(Object.entries(values)),
    });

  it("holds no cell for stale that has not run, or after which nothing has", () => {
    assert.equal(history.staleness("a", "x"), undefined);
    run("a", "const x = f();", "", "x");
    run("b", "x", "x", "");
    assert.equal(history.staleness("a", "const x = f();"), undefined);
    assert.equal(history.staleness("b", "x"), undefined);
  });

  it("holds a cell for stale whose text is another, but for spaces around it", () => {
    run("a", "const x = 1;", "", "x");
    assert.deepEqual(history.staleness("a", "const x = 2;"), { reason: "edited" });
    assert.equal(history.staleness("a", "const x = 1;\n"), undefined);
  });

  it("holds a cell for stale that read a name which another cell has made anew", () => {
    run("a", "const x = f();", "", "x");
    run("b", "x", "x", "");
    run("a", "const x = f();", "", "x");
    assert.deepEqual(history.staleness("b", "x"), { reason: "changed", name: "x", by: "a" });
    run("b", "x", "x", "");
    assert.equal(history.staleness("b", "x"), undefined);
  });

  it("takes a value that is the same for no change", () => {
    run("a", "const x = 1;", "", "x", { x: "number 1" });
    run("b", "x", "x", "", { x: "number 1" });
    run("a", "const x = 2 - 1;", "", "x", { x: "number 1" });
    assert.equal(history.staleness("b", "x"), undefined);
    run("a", "const x = 2;", "", "x", { x: "number 2" });
    assert.equal(history.staleness("b", "x")?.reason, "changed");
  });

  it("does not hold a cell for stale because of what it changed itself", () => {
    run("a", "let x = 1;", "", "x");
    run("b", "x++", "x", "x");
    assert.equal(history.staleness("b", "x++"), undefined);
  });

  it("knows nothing after the kernel has started anew", () => {
    run("a", "const x = 1;", "", "x");
    history.clear();
    assert.equal(history.staleness("a", "else"), undefined);
  });
});
