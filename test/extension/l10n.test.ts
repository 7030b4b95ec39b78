import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const read = (file: string): Record<string, string> => JSON.parse(readFileSync(file, "utf8"));

/** The texts that the extension's sources give to `vscode.l10n.t`; every one must be a literal. */
function textsInSources(): Set<string> {
  const texts = new Set<string>();
  for (const file of readdirSync("extension", { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    const code = readFileSync(path.join("extension", file), "utf8");
    visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true), texts);
  }
  return texts;
}

function visit(node: ts.Node, texts: Set<string>): void {
  if (ts.isCallExpression(node) && node.expression.getText().endsWith("l10n.t")) {
    const [text] = node.arguments;
    assert.ok(ts.isStringLiteralLike(text), `${node.getText()} is no literal`);
    texts.add(text.text);
  }
  ts.forEachChild(node, (child) => visit(child, texts));
}

const places = (text: string): string[] =>
  [...text.matchAll(/\{\d+\}|\(command:[\w.]+\)/g)].map(String).sort();

describe("Texts that users see", () => {
  it("are all in the bundle for translators, and no other is", () => {
    const texts = [...textsInSources()].sort();
    assert.ok(texts.length > 50);
    assert.deepEqual(Object.keys(read("l10n/bundle.l10n.json")).sort(), texts);
  });

  for (const [original, translation] of [
    ["l10n/bundle.l10n.json", "l10n/bundle.l10n.de.json"],
    ["package.nls.json", "package.nls.de.json"],
  ])
    it(`are all in ${translation}, with the same places for values and the same commands`, () => {
      const [from, to] = [read(original), read(translation)];
      assert.deepEqual(Object.keys(to).sort(), Object.keys(from).sort());
      for (const [key, text] of Object.entries(from)) assert.deepEqual(places(to[key]), places(text), key);
    });

  it("are never written into the calls that show them", () => {
    for (const file of readdirSync("extension", { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts")) continue;
      const code = readFileSync(path.join("extension", file), "utf8");
      assert.doesNotMatch(code, /\.show(Information|Warning|Error)Message\(\s*["'`]/, file);
      assert.doesNotMatch(code, /\b(title|placeHolder|prompt|tooltip|detail|label): ["'`][A-Za-z ]{4}/, file);
    }
  });
});
