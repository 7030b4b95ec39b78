import assert from "node:assert/strict";
import type * as TypeScript from "typescript";
import {
  anonymousDefault,
  isDefaultExport,
  withoutExport,
} from "../../../../kernel/session/compiler/exportModifiers.js";
import { ts } from "../../../../kernel/session/compiler/typescript.js";

function statement(code: string): TypeScript.Statement {
  return ts.createSourceFile("module.ts", code, ts.ScriptTarget.Latest, true).statements[0];
}

/** The text of a node that has been made of a statement. */
function printed(node: TypeScript.Node, { parent }: TypeScript.Statement): string {
  const printer = ts.createPrinter({ removeComments: true });
  const text = printer.printNode(ts.EmitHint.Unspecified, node, parent as TypeScript.SourceFile);
  return text.replace(/\s+/g, " ");
}

describe("declarations that are exported", () => {
  it("are defaults only with the modifier", () => {
    const isDefault = ["export default function () {}", "export default class {}"];
    const isNot = [
      "export class A {}",
      "function f() {}",
      "export default 1;",
      "export { a as default };",
      "x;",
    ];
    for (const code of isDefault) assert.equal(isDefaultExport(statement(code)), true, code);
    for (const code of isNot) assert.equal(isDefaultExport(statement(code)), false, code);
  });

  const kept: Record<string, string> = {
    "export class A {}": "class A { }",
    "export default class A {}": "class A { }",
    "export abstract class A {}": "abstract class A { }",
    "export default async function f() {}": "async function f() { }",
    "export function* f() {}": "function* f() { }",
    "export const enum E { A }": "const enum E { A }",
    "export declare namespace N {}": "declare namespace N { }",
  };
  for (const [code, plain] of Object.entries(kept)) {
    it(`lose that alone: ${code}`, () => {
      const given = statement(code);
      assert.equal(printed(withoutExport(given, ts.factory), given), plain);
    });
  }

  it("stay the same node where they are not", () => {
    for (const code of ["async function f() {}", "class A {}", "f();"]) {
      const given = statement(code);
      assert.equal(withoutExport(given, ts.factory), given, code);
    }
  });

  const anonymous: Record<string, string> = {
    "export default class extends Base { m() { return 1; } }": "class extends Base { m() { return 1; } }",
    "export default async function* (a, ...b) { yield a; }": "async function* (a, ...b) { yield a; }",
    "export default function () { return 2; }": "function () { return 2; }",
  };
  for (const [code, expression] of Object.entries(anonymous)) {
    it(`without a name become an expression: ${code}`, () => {
      const given = statement(code);
      const made = anonymousDefault(withoutExport(given, ts.factory), ts.factory);
      assert.ok(ts.isClassExpression(made) || ts.isFunctionExpression(made));
      assert.equal(printed(made, given), expression);
    });
  }
});
