import assert from "node:assert/strict";
import { patternPath, valuePath } from "../../../../kernel/session/compiler/valuePath.js";
import { internals } from "../../../../kernel/session/compiler/internals.js";
import { ts } from "../../../../kernel/session/compiler/typescript.js";
import { memoryProgram } from "./memoryProgram.js";

/** A text whose last statement is an expression, and its path. */
const expressions: readonly (readonly [string, readonly string[] | undefined])[] = [
  ["a", ["a"]],
  ["a.b.c", ["a", "b", "c"]],
  ["a?.b!.c", ["a", "b", "c"]],
  ["a['b c'][0]", ["a", "b c", "0"]],
  ["(a as any).b", ["a", "b"]],
  ["a.b()", undefined],
  ["a[i]", undefined],
  ["new A().b", undefined],
  ["(await a).b", undefined],
  ["this.b", undefined],
  ["declare let a: any; a.b", ["a", "b"]],
  ["const b = a.x; b.y", ["a", "x", "y"]],
  ["const b = a.x; const c = b.y; c", ["a", "x", "y"]],
  ["const b = f(); b.y", ["b", "y"]],
  ["let b = a.x; b.y", ["b", "y"]],
  ["const { x: { y } } = a; y", ["a", "x", "y"]],
  ["const { x: [, { y: z }] } = a; z", ["a", "x", "1", "y"]],
  ["const { 'x y': { 0: z } } = a; z", ["a", "x y", "0"]],
  ["const { x: { y } = {} } = a; y", ["a", "x", "y"]],
  ["const { x, ...others } = a; others", ["others"]],
  ["const { [x]: y } = a; y", ["y"]],
  ["const b = b; b", ["b"]],
  ["const { a } = a.b; a", ["a", "b", "a"]],
];

/** A text with a bar at a name, and its path there. */
const names: readonly (readonly [string, readonly string[] | undefined])[] = [
  ["(a) => a|", undefined],
  ["function f({ a }) { a| }", undefined],
  ["() => { let a = 1; a| }", undefined],
  ["() => { const a = b.c; a| }", ["b", "c"]],
  ["{ let a = 1; a| }", undefined],
  ["{ var a = 1; a| }", ["a"]],
  ["() => { var a = 1; a| }", undefined],
  ["try {} catch (a) { a| }", undefined],
  ["for (const a of b.c) a|", ["b", "c", "0"]],
  ["for (const { a } of b) a|", ["b", "0", "a"]],
  ["for (const a of a|) ;", undefined],
  ["for (const a in b) a|", undefined],
  ["function f() {} f|", ["f"]],
  ["const a = a|.b", ["a"]],
  ["a.b.map((c) => c|)", ["a", "b", "0"]],
  ["a.b.filter(function ({ c }) { return c| })", ["a", "b", "0", "c"]],
  ["a.sort((b, c) => c|)", ["a", "0"]],
  ["a.reduce((sum, b) => b|, 0)", ["a", "0"]],
  ["a.reduce((sum, b) => sum|, 0)", undefined],
  ["a.map((b, index) => index|)", undefined],
  ["a.then((b) => b|)", undefined],
  ["a.map(f, (b) => b|)", undefined],
  ["a.map((b) => b.c.map((d) => d|))", ["a", "0", "c", "0"]],
  ["(a = b.c) => a|", ["b", "c"]],
  ["const f = () => g|.x; const g = a.b", ["g"]],
];

/** A text with a bar behind the opening brace of a pattern, and the path of what is taken apart there. */
const patterns: readonly (readonly [string, readonly string[] | undefined])[] = [
  ["const {| } = a.b", ["a", "b"]],
  ["const { b: {| } } = a", ["a", "b"]],
  ["const [, [{| }]] = a", ["a", "1", "0"]],
  ["const { b: { c: {| } } = {} } = a", ["a", "b", "c"]],
  ["const { ['b']: {| } } = a", undefined],
  ["const {| } = f()", undefined],
  ["let { b: {| } } = a", ["a", "b"]],
  ["for (const { b: {| } } of a) ;", ["a", "0", "b"]],
  ["({ b: {| } }) => 1", undefined],
  ["a.forEach(({ b: {| } }) => 1)", ["a", "0", "b"]],
  ["const { b: {| } }", undefined],
];

describe("the path of a value", () => {
  for (const [text, expected] of expressions) {
    it(`is ${expected?.join(" > ") ?? "nothing"} for ${text}`, () => {
      const { checker, file } = memoryProgram({ "/cell.ts": `export {}; ${text}` });
      const last = file("/cell.ts").statements.findLast(ts.isExpressionStatement);
      assert.deepEqual(valuePath(last!.expression, checker), expected);
    });
  }

  const at = (marked: string) => {
    const text = `export {}; ${marked}`;
    const { checker, file } = memoryProgram({ "/cell.ts": text.replace("|", "") });
    return { checker, token: internals.findPrecedingToken(text.indexOf("|"), file("/cell.ts"))! };
  };

  for (const [marked, expected] of names) {
    it(`is ${expected?.join(" > ") ?? "nothing"} at a name: ${marked}`, () => {
      const { checker, token } = at(marked);
      assert.ok(ts.isIdentifier(token));
      assert.deepEqual(valuePath(token, checker), expected);
    });
  }

  for (const [marked, expected] of patterns) {
    it(`is ${expected?.join(" > ") ?? "nothing"} in a pattern: ${marked}`, () => {
      const { checker, token } = at(marked);
      assert.ok(ts.isObjectBindingPattern(token.parent));
      assert.deepEqual(patternPath(token.parent, checker), expected);
    });
  }
});
