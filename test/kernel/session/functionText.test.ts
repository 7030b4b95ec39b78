import assert from "node:assert/strict";
import { showWrittenText, writtenText } from "../../../kernel/session/functionText.js";

describe("the text of a cell's function", () => {
  const texts: Record<string, string> = {
    "(n) => n + __scope.limit": "(n) => n + limit",
    "() => (0, __scope.f)(1)": "() => f(1)",
    "() => (0, __scope.$größe)()": "() => $größe()",
    "() => ({ a: __scope.a, b: this.__scopes })": "() => ({ a: a, b: this.__scopes })",
    "async () => __cell.unlessStopped(await __scope.done)": "async () => (await done)",
    "async () => { for await (const x of xs) {\n    __cell.unlessStopped();\n    x;\n} }":
      "async () => { for await (const x of xs) {\n    x;\n} }",
    'async () => __cell.dynamicImport("node:fs")': 'async () => import("node:fs")',
    "() => __cell.meta.url": "() => import.meta.url",
    "() => (__scope.n++, __scope.n = 2)": "() => (n++, n = 2)",
    "function f() { [native code] }": "function f() { [native code] }",
  };
  for (const [text, written] of Object.entries(texts)) {
    it(`is what the user has written: ${written}`, () => assert.equal(writtenText(text), written));
  }

  it("is that for every way to ask, until the end; a function's own toString stays", () => {
    const own = Function.prototype.toString;
    const restore = showWrittenText();
    const fn = new Function("return __scope.a") as () => unknown;
    assert.match(`${String(fn)} ${fn.toString()}`, /return a\s.*return a\s/s);
    assert.equal(String(Object.assign(() => 1, { toString: () => "mine" })), "mine");
    assert.equal(String(Function.prototype.toString), "function () { [native code] }");
    assert.throws(() => Function.prototype.toString.call({}), TypeError);
    restore();
    assert.equal(Function.prototype.toString, own);
    assert.match(String(fn), /return __scope\.a/);
  });
});
