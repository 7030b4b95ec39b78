import assert from "node:assert/strict";
import type * as TypeScript from "typescript";
import { cellDiagnostics, withSuffix } from "../../../../kernel/session/compiler/diagnostics.js";
import { ts } from "../../../../kernel/session/compiler/typescript.js";

const prefix = "export {}; declare let earlier: number;\n";

/** A cell between what stands before and behind it. */
function cellFile(code: string): TypeScript.SourceFile {
  return ts.createSourceFile("cell.ts", withSuffix(prefix + code, ["a", "b"]), ts.ScriptTarget.Latest);
}

function at(start: number | undefined, length = 1, more: Partial<TypeScript.Diagnostic> = {}) {
  const category = ts.DiagnosticCategory.Error;
  return { start, length, category, code: 2322, messageText: "no", file: undefined, ...more };
}

describe("TypeScript's errors as errors of a cell", () => {
  it("count lines and columns from 1 and offsets from 0, in the cell's own text", () => {
    const file = cellFile("let a = 1;\n  wrong;");
    const begin = file.text.indexOf("wrong");
    const [found] = cellDiagnostics([at(begin, 5)], file, prefix.length);
    assert.deepEqual(found.start, { line: 2, column: 3, offset: 13 });
    assert.deepEqual(found.end, { line: 2, column: 8, offset: 18 });
  });

  it("leave out what stands before the cell, and what has no place", () => {
    const given = [at(0), at(prefix.length - 1), at(undefined), at(prefix.length)];
    const found = cellDiagnostics(given, cellFile("a"), prefix.length);
    assert.deepEqual(
      found.map(({ start }) => start.offset),
      [0],
    );
  });

  it("about the text behind the cell point at its end", () => {
    const code = "if (a) {\n  b";
    const file = cellFile(code);
    const { parseDiagnostics } = file as unknown as { parseDiagnostics: TypeScript.Diagnostic[] };
    const found = cellDiagnostics(parseDiagnostics, file, prefix.length);
    assert.ok(found.length > 0);
    for (const { start, end } of found) {
      assert.ok(start.offset <= code.length && end.offset <= code.length, JSON.stringify([start, end]));
      assert.ok(end.line <= 2);
    }
  });

  it("say nothing of a variable without a type that a later cell may assign", () => {
    const given = [7005, 7034, 7006].map((code) => at(prefix.length, 1, { code }));
    const found = cellDiagnostics(given, cellFile("let a;"), prefix.length);
    assert.deepEqual(
      found.map(({ code }) => code),
      [7006],
    );
  });

  const untyped = [2683, 7006, 7009, 7016, 7023, 7026, 7031, 7053, 7057];
  const wrong = [1005, 2304, 2322, 2339, 6133, 7036, 18046];
  for (const code of [...untyped, ...wrong]) {
    it(`are ${untyped.includes(code) ? "suggestions" : "errors"} with the number ${code}`, () => {
      const [found] = cellDiagnostics([at(prefix.length, 1, { code })], cellFile("a"), prefix.length);
      assert.equal(found.severity, untyped.includes(code) ? "suggestion" : "error");
    });
  }

  it("keep their severity, and the whole chain of their message", () => {
    const { Error, Warning, Suggestion, Message } = ts.DiagnosticCategory;
    const given = [Error, Warning, Suggestion, Message].map((category) => at(prefix.length, 1, { category }));
    assert.deepEqual(
      cellDiagnostics(given, cellFile("a"), prefix.length).map(({ severity }) => severity),
      ["error", "warning", "suggestion", "suggestion"],
    );
    const inner = { messageText: "inner", category: Error, code: 1 };
    const chain = at(prefix.length, 1, { messageText: { ...inner, messageText: "outer", next: [inner] } });
    assert.equal(cellDiagnostics([chain], cellFile("a"), prefix.length)[0].message, "outer\n  inner");
  });
});
