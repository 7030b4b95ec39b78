import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isCommonJs } from "../../../../kernel/session/compiler/moduleFormat.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

/** A file's name and text, and whether it is CommonJS. */
const files: readonly (readonly [string, string, boolean])[] = [
  ["a.cjs", "export const a = 1;", true],
  ["a.mjs", "const a = 1;", false],
  ["a.js", "export const a = 1;", false],
  ["a.js", "import './a.js';", false],
  ["a.js", "console.log(import.meta.url)", false],
  ["a.js", "exports.a = 1;", true],
  ["a.js", "const b = await import('./b.js')", true],
  ["module/a.js", "globalThis.a = 1;", false],
  ["module/a.cjs", "exports.a = 1;", true],
  ["a.jsx", "const a = () => <b/>", false],
  ["a.mts", "const a = 1", false],
  ["a.cts", "const a = 1", false],
  ["a.tsx", "const a = <b/>", false],
];

describe("the format of a module", () => {
  const folder = temporaryFolder();

  before(() => {
    mkdirSync(path.join(folder, "module"));
    writeFileSync(path.join(folder, "package.json"), "{}");
    writeFileSync(path.join(folder, "module/package.json"), '{"type":"module"}');
  });

  for (const [name, text, expected] of files) {
    it(`is ${expected ? "CommonJS" : "an ES module"} for ${name} with ${text}`, () => {
      assert.equal(isCommonJs(path.join(folder, name), text), expected);
    });
  }
});
