import assert from "node:assert/strict";
import type * as TypeScript from "typescript";
import { listOfCallback } from "../../../../kernel/session/compiler/listCallbacks.js";
import { ts } from "../../../../kernel/session/compiler/typescript.js";

/** A call, and the list whose elements each parameter of its first function stands for. */
const calls: readonly (readonly [string, readonly (string | undefined)[]])[] = [
  ["rows.map((row, index) => 1)", ["rows", undefined]],
  ["run.rows.findLast(function (row) {})", ["run.rows"]],
  ["f().filter(({ a }) => 1)", ["f()"]],
  ["rows.sort((one, other) => 1)", ["rows", "rows"]],
  ["rows.reduce((sum, row) => 1, 0)", [undefined, "rows"]],
  ["rows.then((row) => 1)", [undefined]],
  ["rows.map(f, (row) => 1)", [undefined]],
  ["map((row) => 1)", [undefined]],
  ["(row) => 1", [undefined]],
];

describe("the list whose elements a callback gets", () => {
  for (const [code, expected] of calls)
    it(`is ${expected.join(", ") || "none"} in ${code}`, () => {
      const file = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, true);
      const found: (string | undefined)[] = [];
      const visit = (node: TypeScript.Node): void => {
        if (ts.isParameter(node)) found.push(listOfCallback(node)?.getText(file));
        ts.forEachChild(node, visit);
      };
      visit(file);
      assert.deepEqual(found, expected);
    });
});
