import assert from "node:assert/strict";
import { objectLine } from "../../../../kernel/session/compiler/objectCells.js";

/** A cell, and the line that the advice points at. */
const cells: readonly (readonly [string, number | undefined])[] = [
  ["{ a: 1, b: 2 }", 0],
  ["\n  {\n  a,\n  ...b,\n  'c d': 1,\n}\n", 1],
  ["{ a() { return 1 }, b: 2 } // shown", undefined],
  ["({ a: 1, b: 2 })", undefined],
  ["{ const a = 1; }", undefined],
  ["{ a: 1, b: }", undefined],
  ["{ a: 1 }; { b: 2 }", undefined],
  ["const a = { b: 1 }", undefined],
  ["", undefined],
];

describe("a cell that looks like an object", () => {
  for (const [code, line] of cells)
    it(`is ${line === undefined ? "none" : "told about parentheses"}: ${JSON.stringify(code)}`, () => {
      const found = objectLine(code);
      assert.equal(found?.line, line);
      if (found) assert.match(found.advice, /put it in parentheses: \(\{ … \}\)\./);
    });
});
