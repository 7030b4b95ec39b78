import assert from "node:assert/strict";
import type * as TypeScript from "typescript";
import { EmittedCode } from "../../../../kernel/session/compiler/emittedCode.js";
import { ts } from "../../../../kernel/session/compiler/typescript.js";

describe("pieces of emitted code", () => {
  const emit = new EmittedCode(ts.factory);
  const file = ts.createSourceFile("cell.ts", "value;", ts.ScriptTarget.Latest, true);
  const printed = (node: TypeScript.Node) =>
    ts.createPrinter().printNode(ts.EmitHint.Unspecified, node, file);
  const one = ts.factory.createNumericLiteral(1);

  it("reach variables by the scope, and the run time by its own name", () => {
    assert.equal(printed(emit.scoped("x")), "__scope.x");
    assert.equal(printed(emit.runtimeCall("result", [one])), "__cell.result(1)");
    assert.equal(printed(emit.assign("x", one)), "__scope.x = 1;");
    assert.equal(printed(emit.assignTo("default", one)), "__scope.default = 1;");
  });

  it("wait for a call only where they are asked to", () => {
    assert.equal(printed(emit.call("import", [one], true)), "await __cell.import(1);");
    assert.equal(printed(emit.call("import", [one], false)), "__cell.import(1);");
  });

  it("say which names have run as texts, so that no name is read", () => {
    assert.equal(printed(emit.ran(["a", "default"])), '__cell.ran("a", "default");');
  });

  it("stand where the name stood that they replace", () => {
    const [statement] = file.statements as unknown as [TypeScript.ExpressionStatement];
    const { pos, end } = emit.scoped("value", statement.expression);
    assert.deepEqual([pos, end], [0, 5]);
  });

  it("assign a declared thing by a name of their own, which no later step takes for the declaration", () => {
    const name = ts.factory.createIdentifier("Clip");
    const assigned = emit.assign("Clip", name) as TypeScript.ExpressionStatement;
    const { right } = assigned.expression as TypeScript.BinaryExpression;
    assert.equal((right as TypeScript.Identifier).text, "Clip");
    assert.notEqual(right, name);
  });
});
