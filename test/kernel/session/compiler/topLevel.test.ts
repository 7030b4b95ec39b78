import assert from "node:assert/strict";
import type * as TypeScript from "typescript";
import {
  declaredNames,
  importedNames,
  isTypeOnlyStatement,
  nestedVariables,
  topLevelNames,
} from "../../../../kernel/session/compiler/topLevel.js";
import { ts } from "../../../../kernel/session/compiler/typescript.js";

function parsed(code: string): TypeScript.SourceFile {
  return ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, true);
}

/** The names of each kind, sorted; kinds without any are left out. */
function names(code: string): Record<string, string[]> {
  const found = Object.entries(topLevelNames(parsed(code)) as unknown as Record<string, Set<string>>);
  return Object.fromEntries(
    found.map(([kind, each]) => [kind, [...each].sort()]).filter(([, { length }]) => length),
  );
}

describe("the names at the top level of a cell", () => {
  it("are those of every kind of declaration", () => {
    const code = `const a = 1; function b() {} class C {} enum D { E } namespace F { export const g = 1 }
      import h, { i as j } from "x"; import * as k from "x"; import l = require("x");`;
    assert.deepEqual(names(code), { values: ["C", "D", "F", "a", "b", "h", "j", "k", "l"] });
  });

  it("can be assigned again where they are variables", () => {
    assert.deepEqual(names("let a; var b; const c = 1; let [d, { e }] = f;"), {
      values: ["a", "b", "c", "d", "e"],
      assignable: ["a", "b", "d", "e"],
    });
  });

  it("are types where nothing is left of them at run time", () => {
    assert.deepEqual(names("interface A {} type B = 1; namespace C { export type D = 1 }"), {
      types: ["A", "B", "C"],
    });
    assert.deepEqual(names("interface Box { w: number } const Box = 1;"), { values: ["Box"] });
  });

  it("include every `var` outside functions, and nothing else from inside blocks", () => {
    const code = `{ var a = 1; let b } for (var c of []) { const d = 1; } if (x) { var { e } = x } else var f;
      function g() { var h; } class I { m() { var j; } static { var k } } const l = () => { var m; };
      try { var n } catch { var o }`;
    assert.deepEqual(names(code).values, ["I", "a", "c", "e", "f", "g", "l", "n", "o"]);
  });

  it("leave out what is declared for all", () => {
    assert.deepEqual(names("declare global { var shared: number } export {};"), {});
  });

  it("tell which of them the cell exports itself", () => {
    const code = "const a = 1; export const b = 2; export interface C {} const d = 3; export { a as e };";
    assert.deepEqual(names(code).exported, ["C", "b", "e"]);
  });
});

describe("a statement", () => {
  const typeOnly = [
    "interface A {}",
    "type A = 1;",
    ";",
    "declare const a: 1;",
    "declare function f(): void;",
    "namespace A { type T = 1; namespace B {} }",
    "declare module 'x' { const y: 1 }",
    "namespace A.B { interface C {} }",
  ];
  for (const code of typeOnly) {
    it(`leaves nothing behind at run time: ${code}`, () => {
      assert.equal(isTypeOnlyStatement(parsed(code).statements[0]), true);
    });
  }

  const lasting = [
    "1;",
    "const a = 1;",
    "function f() {}",
    "enum A {}",
    "namespace A { const b = 1 }",
    "namespace A.B { f() }",
    "export class A {}",
    "import 'x';",
  ];
  for (const code of lasting) {
    it(`does something: ${code}`, () => {
      assert.equal(isTypeOnlyStatement(parsed(code).statements[0]), false);
    });
  }

  it("imports names, types included", () => {
    const imported = (code: string) =>
      importedNames(parsed(code).statements[0] as TypeScript.ImportDeclaration);
    assert.deepEqual(imported("import a, { b, type c as d, default as e } from 'x';"), ["a", "b", "d", "e"]);
    assert.deepEqual(imported("import type * as f from 'x';"), ["f"]);
    assert.deepEqual(imported("import 'x';"), []);
  });

  it("declares each `var` in its blocks and loops once, and none that stands at the top level", () => {
    const nested = (code: string) => nestedVariables(parsed(code).statements[0]);
    assert.deepEqual(nested("for (var i = 0; ; ) { var [j, k] = [i, 1]; let l; { var j } }"), [
      "i",
      "j",
      "k",
    ]);
    assert.deepEqual(nested("var a = () => { var b; };"), []);
  });

  it("declares the names of its pattern in order", () => {
    const [statement] = parsed("const { a, b: [, c = 1, ...d], ...e } = f;").statements;
    const [{ name }] = (statement as TypeScript.VariableStatement).declarationList.declarations;
    assert.deepEqual(declaredNames(name), ["a", "c", "d", "e"]);
  });
});
