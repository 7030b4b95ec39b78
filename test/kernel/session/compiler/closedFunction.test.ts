import assert from "node:assert/strict";
import { notebook } from "./askedNotebook.js";

/** Whether a call of `f` counts as a change: `f` is not closed. */
function isClosed(declaration: string): boolean {
  const cells = [declaration, "f(1)"];
  return notebook.ask("dataFlow", cells, { cell: 1, offset: 0 }).changes.length === 0;
}

describe("a function", () => {
  it("is closed when it uses only its own names and the language", () => {
    assert.ok(isClosed("const f = (x: number) => Math.round(x) + [1].map((y) => y * x)[0];"));
    assert.ok(isClosed("function f(x: number): number { const length = { x }; return length.x; }"));
  });

  it("is open when it uses a name around it, or this", () => {
    assert.ok(!isClosed("let n = 0; const f = (x: number) => (n += x);"));
    assert.ok(!isClosed("let n = 0; const f = (x: number, y = n) => x + y;"));
    assert.ok(!isClosed("function f(this: any, x: number) { return this; }"));
  });
});
