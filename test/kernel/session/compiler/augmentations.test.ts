import assert from "node:assert/strict";
import { augmentations } from "../../../../kernel/session/compiler/augmentations.js";
import { parsedCell } from "../../../../kernel/session/compiler/parsedCell.js";

const cells: readonly (readonly [string, readonly string[]])[] = [
  [
    "declare global { interface Array<T> { last(): T; 'a b': 1 } }",
    ["global Array.last", "global Array.'a b'"],
  ],
  ["declare global { var shared: number; function f(): void }", ["global shared", "global f"]],
  ["declare global { type Id = string; interface Empty {} }", ["global Id"]],
  ["declare module 'node:fs' { interface Stats { mine: 1 } }", ["node:fs Stats.mine"]],
  ["declare module '*.txt' { const text: string; export default text }", ["*.txt text"]],
  ["namespace Own { export const a = 1 }", []],
  ["interface Array<T> { last(): T }", []],
];

describe("what a cell adds to declarations of others", () => {
  for (const [code, expected] of cells)
    it(`is ${expected.join(", ") || "nothing"}: ${code}`, () =>
      assert.deepEqual([...augmentations(parsedCell(code).file)], expected));
});
