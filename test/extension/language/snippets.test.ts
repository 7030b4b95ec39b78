import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { packageRoot } from "../../../kernel/files/packageRoot.js";
import { LanguageFeatures } from "../../../kernel/session/compiler/languageFeatures.js";
import { NotebookCompiler } from "../../../kernel/session/compiler/notebookCompiler.js";

interface Snippet {
  readonly prefix: string | string[];
  readonly description: string;
  readonly body: string | string[];
}

/** What stands in the cell when every place keeps the text that it comes with. */
function written({ body }: Snippet): string {
  const text = [body].flat().join("\n");
  const kept = new Map([...text.matchAll(/\$\{(\d):([^}]*)\}/g)].map(([, place, usual]) => [place, usual]));
  return text
    .replace(/\$\{\d:([^}]*)\}/g, "$1")
    .replace(/\$\{\d\|([^,|]+)[^}]*\}/g, "$1")
    .replace(/\$(\d)/g, (_, place: string) => kept.get(place) ?? "");
}

describe("the snippets", () => {
  const all = JSON.parse(readFileSync("media/snippets.json", "utf8")) as Record<string, Snippet>;

  it("are ten, each with a description and with words of its own", () => {
    const words = Object.values(all).flatMap(({ prefix }) => prefix);
    assert.equal(Object.keys(all).length, 10);
    assert.equal(new Set(words).size, words.length);
    assert.ok(Object.values(all).every(({ description }) => description.length > 10));
  });

  it("are right as they stand, one below the other", function () {
    this.timeout(120_000);
    const features = new LanguageFeatures(new NotebookCompiler(packageRoot, packageRoot, true));
    const cells = [...Object.values(all).map(written), "const other = result;"];
    const order = [...cells.slice(0, -2), cells.at(-1)!, cells.at(-2)!];
    assert.deepEqual(features.notebookDiagnostics(order).flat(), []);
    const texts = order.join("\n");
    assert.doesNotMatch(texts, /\$/);
  });
});
