import assert from "node:assert/strict";
import { executed, emitted } from "./memoryProgram.js";

describe("a cell as a function over a scope", () => {
  it("puts what it declares into the scope, and says each name once it is there", async () => {
    const { scope, ran } = await executed(
      "const one = 1; let word = 'a', none; function plus(n) { return n + one } class Clip {} enum Side { Left, Right } namespace Box { export const w = 3 }",
    );
    assert.deepEqual(Object.keys(scope).sort(), ["Box", "Clip", "Side", "none", "one", "plus", "word"]);
    assert.deepEqual(ran, ["plus", "one", "word", "none", "Clip", "Side", "Box"]);
    assert.equal((scope.plus as (n: number) => number)(2), 3);
    assert.equal((scope.Side as { Right: number }).Right, 1);
    assert.equal((scope.Box as { w: number }).w, 3);
  });

  it("keeps what ran before a throw", async () => {
    const scope = {};
    await assert.rejects(
      executed("const kept = 1; (() => { throw new RangeError('boom') })(); const never = 2;", scope),
      RangeError,
    );
    assert.deepEqual(scope, { kept: 1 });
  });

  it("gives the value of its last expression, whatever types follow it", async () => {
    assert.equal((await executed("1; 2 + 3; interface A {} type B = 1; export {};")).result, 5);
    assert.equal((await executed("({ a: 1 }); const last = 2;")).result, undefined);
    assert.equal((await executed("if (true) { 7 }")).result, undefined);
    assert.equal((await executed("export default 6 * 7;")).result, 42);
  });

  it("calls functions above their declaration", async () => {
    const { scope } = await executed("const early = later(); function later() { return 4 }");
    assert.equal(scope.early, 4);
  });

  it("drops what stands before it, and reads the names of earlier cells from the scope", async () => {
    const before = "export {}; declare let count: number; declare const step: number;";
    const { scope } = await executed(
      "count += step; const twice = 2 * count;",
      { count: 1, step: 4 },
      { before },
    );
    assert.deepEqual(scope, { count: 5, step: 4, twice: 10 });
  });

  it("awaits its imports before all else, and binds the names that are values", async () => {
    const modules = { "/lib.js": { default: 7, part: "p", Shape: 0 } };
    const files = { "/lib.ts": "export default 7; export const part = 'p'; export interface Shape {}" };
    const code =
      "const first = part + seven; import seven, { part, type Shape } from '/lib.js'; import * as all from '/lib.js'; import type { Shape as S } from '/gone.js';";
    const { scope } = await executed(code, {}, { modules, files });
    assert.deepEqual([scope.first, scope.all], ["p7", modules["/lib.js"]]);
    assert.ok(!("Shape" in scope) && !("S" in scope));
    assert.doesNotMatch(emitted(code, { files }), /gone/);
  });

  it("passes the type of an import on", () => {
    const code = "import data from './data.json' with { type: 'json' };";
    assert.match(emitted(code), /__cell\.import\('\.\/data\.json', 'json'\)/);
  });

  it("takes `import x = require()` and aliases of namespaces", async () => {
    const { scope, ran } = await executed(
      "namespace A { export namespace B { export const c = 1 } } import d = A.B.c; import e = A;",
    );
    assert.deepEqual([scope.d, scope.e, ran], [1, scope.A, ["A", "d", "e"]]);
    assert.match(emitted("import p = require('path');"), /__scope\.p = require\('path'\)/);
  });

  it("lets an enum and a namespace refer to themselves", async () => {
    const { scope } = await executed(
      "const start = 3; enum E { A = 'xy'.length * start, B = E.A + 1 } namespace N { export const a = 1; export const b = N.a + 1; }",
    );
    assert.deepEqual([(scope.E as { B: number }).B, (scope.N as { b: number }).b], [7, 2]);
  });

  it("may export what it declares, like a module", async () => {
    const { scope, ran, result } = await executed(
      "export const a = 1; export function f() {} export class B {} export { a as c }; a + 1",
    );
    assert.deepEqual([Object.keys(scope), ran, result], [["f", "a", "B"], ["f", "a", "B"], 2]);
  });
});

describe("a module as a function over a scope of its own", () => {
  const module = { kind: "module" } as const;

  it("offers its exports by functions that read their value at that moment", async () => {
    const { scope, exported, result } = await executed(
      "let count = 0; export const add = () => ++count; export { count, count as total }; add(); 9",
      {},
      module,
    );
    assert.deepEqual(Object.keys(exported).sort(), ["add", "count", "total"]);
    assert.equal(exported.count(), 1);
    (scope.add as () => void)();
    assert.equal(exported.total(), 2);
    assert.equal(result, undefined, "it has no value");
  });

  const defaults: Record<string, string> = {
    "export default class Box { w = 1 }": "Box",
    "export default class { w = 1 }": "",
    "export default abstract class { w = 1 }": "",
    "export default function area() {}": "area",
    "export default async function () {}": "",
    "export default () => 1": "default",
  };
  for (const [code, name] of Object.entries(defaults)) {
    it(`has its default: ${code}`, async () => {
      const { exported } = await executed(code, {}, module);
      const value = exported.default();
      assert.equal(typeof value, "function");
      if (name) assert.equal((value as { name: string }).name, name);
    });
  }

  it("hands on what other modules export", async () => {
    const modules = { "./other.js": { default: 1, width: 2 } };
    const { exported } = await executed(
      "export { width as w, default } from './other.js'; export * as all from './other.js';",
      {},
      { ...module, modules },
    );
    const values = Object.entries(exported).map(([name, read]) => [name, read()]);
    assert.deepEqual(Object.fromEntries(values), { w: 2, default: 1, all: modules["./other.js"] });
    assert.match(emitted("export * from './other.js';", module), /__cell\.reexport\(await __cell\.import/);
  });
});
