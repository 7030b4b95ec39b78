import assert from "node:assert/strict";
import { inspect } from "node:util";
import { runInCell } from "../../../kernel/session/cellContext.js";
import { showPlainPromises } from "../../../kernel/session/plainPromises.js";
import { recordedCell } from "./recordedCell.js";

describe("a promise of a cell", () => {
  const restore = showPlainPromises();
  after(restore);

  it("prints as a promise that nobody follows, and so does what it holds", () => {
    const { cell } = recordedCell();
    runInCell(cell, () => {
      const held = { [inspect.custom]: () => "as it likes" };
      assert.equal(inspect(Promise.resolve(1)), "Promise { 1 }");
      assert.equal(inspect([Promise.resolve(held)]), "[ Promise { as it likes } ]");
      const own = Object.assign(Promise.resolve(1), { own: true });
      assert.equal(inspect(own), "Promise { 1, own: true }");
    });
  });

  it("is asked for nothing where it is behind a proxy", () => {
    const { cell } = recordedCell();
    const traps = { ownKeys: () => assert.fail("asked") };
    assert.match(inspect(runInCell(cell, () => new Proxy(Promise.resolve(1), traps))), /^Promise \{/);
  });
});

describe("the way promises print", () => {
  it("is Node's again once it is restored, and an outer one stays", () => {
    const restore = showPlainPromises();
    showPlainPromises()();
    assert.ok(inspect.custom in Promise.prototype);
    restore();
    assert.ok(!(inspect.custom in Promise.prototype));
  });
});
