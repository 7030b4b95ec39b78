import assert from "node:assert/strict";
import { notebook } from "./askedNotebook.js";

function fixed(...marked: string[]): string[] {
  const [cells, at] = notebook.at(...marked);
  return notebook
    .ask("fixes", cells, at, at.offset)
    .filter(({ kind }) => kind === "await")
    .map(({ changes }) => notebook.changed(cells, changes)[at.cell]);
}

describe("an await that is missing", () => {
  const cell = "async function count() { return 1; }\nasync function named() { return { width: 1 }; }";

  it("is put before the operand that is a promise", () => {
    assert.deepEqual(fixed(cell, "const total = |count() + 1;"), ["const total = await count() + 1;"]);
  });

  it("is put around what lacks the property", () => {
    assert.deepEqual(fixed(cell, "named().wi|dth"), ["(await named()).width"]);
  });

  it("is put into async functions, and not into others", () => {
    assert.deepEqual(fixed(cell, "async () => named().wi|dth"), ["async () => (await named()).width"]);
    assert.deepEqual(fixed(cell, "() => named().wi|dth"), []);
  });

  it("is not offered where no promise is", () => {
    assert.deepEqual(fixed("const a = { b: 1 };", "a.|c"), []);
  });
});
