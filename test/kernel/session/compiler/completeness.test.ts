import assert from "node:assert/strict";
import { completeness } from "../../../../kernel/session/compiler/completeness.js";
import { ts } from "../../../../kernel/session/compiler/typescript.js";

describe("completeness of a cell", () => {
  const complete = [
    "",
    "  \n",
    "1 + 1",
    "const x = 1",
    "// {",
    "await f()",
    "({ a: [1] })",
    "const no: string = 1",
  ];
  for (const code of complete) {
    it(`says that ${JSON.stringify(code)} can run, whatever its types`, () => {
      assert.deepEqual(completeness(code), { status: "complete", indent: "" });
    });
  }

  const incomplete = [
    "if (x) {",
    "f(",
    "const x =",
    "1 +",
    "[1, 2,",
    "`text ${",
    "/* note",
    "`text\n",
    "class A {\n  m() {}",
  ];
  for (const code of incomplete) {
    it(`waits for the rest of ${JSON.stringify(code)}`, () => {
      assert.equal(completeness(code).status, "incomplete");
    });
  }

  for (const code of ["}", "const 1 = 2", "f(]", "let = = 3; if (x) {", "a b c"]) {
    it(`says that nothing can mend ${JSON.stringify(code)}`, () => {
      assert.deepEqual(completeness(code), { status: "invalid", indent: "" });
    });
  }

  it("indents the next line by the last one, and by two more after an opening bracket", () => {
    const indents = ["if (x) {", "  while (y) {\n    f([", "  a = [\n    1,", "g(1,"].map(
      (code) => completeness(code).indent,
    );
    assert.deepEqual(indents, ["  ", "      ", "    ", ""]);
  });

  it("never gives up a program that is typed from its beginning to its end, token by token", () => {
    const program = `const { readFile } = require("node:fs"); type Face = { smile?: number }[];
      const face = { smile: 3, of: (x: number) => x ** 2 }; for (const [a, b] of [[1, 2]]) { label: do { a++; } while (a < b) }
      async function* run<T extends object>(of: T, ...rest: T[]) { yield* await f(of!); switch (of) { case face: default: return; } }
      class Clip extends Set { #frames = 1; static { try { new Clip() } catch { throw 1 } } get n() { return this.#frames ? /a[/]b/u : -1 } }`;
    const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, program);
    while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) {
      if (scanner.getToken() === ts.SyntaxKind.SlashToken) scanner.reScanSlashToken();
      const typed = program.slice(0, scanner.getTokenEnd());
      assert.notEqual(completeness(typed).status, "invalid", typed.slice(-60));
    }
    assert.equal(completeness(program).status, "complete");
  });
});
