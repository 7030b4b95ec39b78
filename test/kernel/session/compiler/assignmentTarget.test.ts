import assert from "node:assert/strict";
import type * as TypeScript from "typescript";
import { assignmentTarget } from "../../../../kernel/session/compiler/assignmentTarget.js";
import { ts } from "../../../../kernel/session/compiler/typescript.js";

/** The pattern of `const <pattern> = …`, as a target whose names are members of `scope`. */
function target(pattern: string): string {
  const file = ts.createSourceFile("cell.ts", `const ${pattern} = 0;`, ts.ScriptTarget.Latest, true);
  const [statement] = file.statements as unknown as [TypeScript.VariableStatement];
  const { factory } = ts;
  const visit = (node: TypeScript.Node): TypeScript.Node =>
    ts.isIdentifier(node)
      ? factory.createPropertyAccessExpression(factory.createIdentifier("scope"), node.text)
      : ts.visitEachChild(node, visit, undefined);
  const named = (name: string, value: TypeScript.Expression) =>
    ts.isArrowFunction(value)
      ? factory.createCallExpression(factory.createIdentifier("called"), undefined, [
          factory.createStringLiteral(name),
          value,
        ])
      : value;
  const made = assignmentTarget(statement.declarationList.declarations[0].name, factory, visit, named);
  return ts.createPrinter().printNode(ts.EmitHint.Unspecified, made, file);
}

describe("the assignment in place of a declaration", () => {
  const value = {
    a: 1,
    list: [10, undefined, 30, 40],
    deep: { b: null, c: undefined },
    "with-dash": "w",
    7: "seven",
    key: "a",
  };
  /** Patterns, and the names that they declare. JavaScript itself says what each of them gets. */
  const patterns: Record<string, string[]> = {
    "{ a }": ["a"],
    "{ a: renamed }": ["renamed"],
    "{ a, ...rest }": ["a", "rest"],
    "{ missing = 5, a = 6 }": ["missing", "a"],
    "{ missing: renamed = 5 }": ["renamed"],
    "{ list: [first, second = 2, ...others] }": ["first", "second", "others"],
    "{ list: [, , third] }": ["third"],
    "{ deep: { b = 1, c = 2 } = {} }": ["b", "c"],
    "{ nothing: { b, c: [d = 4] = [] } = {} }": ["b", "d"],
    '{ "with-dash": dashed, 7: seven }': ["dashed", "seven"],
    '{ ["a"]: computed }': ["computed"],
    "{ list: [...{ length }] }": ["length"],
    "{ key, [key]: chosen }": ["key", "chosen"],
  };
  for (const [pattern, names] of Object.entries(patterns)) {
    it(`gives the names of ${pattern} the same values`, () => {
      const declare = new Function("value", `const ${pattern} = value; return { ${names.join(", ")} };`);
      const assign = new Function("value", `const scope = {}; (${target(pattern)} = value); return scope;`);
      assert.deepEqual(assign(value), declare(value));
    });
  }

  it("of a single name is that name, visited", () => {
    assert.equal(target("single"), "scope.single");
  });

  it("lets default values be named after what they are for", () => {
    assert.match(target("[a = () => 1]"), /^\[scope\.a = called\("a", \(\) => 1\)\]$/);
    assert.match(target("{ a: b = () => 1 }"), /a: scope\.b = called\("b", \(\) => 1\)/);
    assert.match(target("{ a: [b] = () => 1 }"), /a: \[scope\.b\] = \(\) => 1/);
  });
});
