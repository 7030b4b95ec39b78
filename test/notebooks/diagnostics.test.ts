import "../extension/standIn/register.js";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../../kernel/files/packageRoot.js";
import { LanguageFeatures } from "../../kernel/session/compiler/languageFeatures.js";
import { NotebookCompiler } from "../../kernel/session/compiler/notebookCompiler.js";
import type { CellDiagnostic } from "../../kernel/contracts/cellDiagnostic.js";

const { templates } = await import("../../extension/commands/templates.js");
const folder = fileURLToPath(new URL("../../notebooks", import.meta.url));

interface SavedCell {
  readonly cell_type: string;
  readonly source: string | string[];
}

function codeOf(file: string): string[] {
  const { cells } = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as { cells: SavedCell[] };
  return cells
    .filter((cell) => cell.cell_type === "code")
    .map(({ source }) => (typeof source === "string" ? source : source.join("")));
}

const notebooks: [string, string[]][] = [
  ...readdirSync(folder)
    .filter((file) => file.endsWith(".ipynb"))
    .map((file): [string, string[]] => [file, codeOf(file)]),
  ...templates().map(({ label, cells }): [string, string[]] => [
    `the template "${label}"`,
    cells.flatMap(({ code }) => (code === undefined ? [] : [code])),
  ]),
];

describe("what the editor underlines in the notebooks that users start from", function () {
  this.timeout(120_000);

  for (const [name, cells] of notebooks) {
    it(`is nothing in ${name}, before, while and after its cells run`, () => {
      const compiler = new NotebookCompiler(folder, packageRoot, true);
      const features = new LanguageFeatures(compiler);
      assert.deepEqual(told(features.notebookDiagnostics(cells)), [], "before");
      for (const [index, code] of cells.entries()) {
        const { id, diagnostics } = compiler.compile(code);
        assert.deepEqual(told([diagnostics]), []);
        compiler.commit(id, [...compiler.source(code, "names").names.values]);
        assert.deepEqual(told(features.notebookDiagnostics(cells)), [], `after cell ${index + 1}`);
      }
    });
  }
});

function told(found: readonly (readonly CellDiagnostic[])[]): string[] {
  return found.flatMap((cell, index) =>
    cell.map(({ start, message }) => `cell ${index + 1}, line ${start.line}: ${message}`),
  );
}
