import assert from "node:assert/strict";
import type * as ts from "typescript/lib/tsserverlibrary.js";
import factory from "../../../../extension/language/typescriptPlugin/plugin.js";

const cell = (notebook: string) =>
  `^/vscode-notebook-cell/ts-nul-authority/${encodeURIComponent(notebook.slice(1))}#W0s.ts`;

describe("the plugin in the built-in TypeScript service", () => {
  const service = {
    getCompletionsAtPosition: (file: string, at: number) => `completions in ${file} at ${at}`,
    getSemanticDiagnostics: (file: string) => [`mistake in ${file}`],
    getDefinitionAtPosition: (file: string) => `definition in ${file}`,
    getRenameInfo: () => ({ canRename: true }),
    getOutliningSpans: (file: string) => `folding of ${file}`,
  };
  const plugin = factory({} as never);
  const silenced = plugin.create({ languageService: service } as never) as unknown as typeof service;
  const configure = (notebooks?: string[]) => plugin.onConfigurationChanged!({ notebooks });
  after(() => configure());

  it("keeps it silent in the cells of our notebooks", () => {
    configure(["/home/me/study one.ipynb"]);
    const file = cell("/home/me/study one.ipynb");
    assert.equal(silenced.getCompletionsAtPosition(file, 3), undefined);
    assert.deepEqual(silenced.getSemanticDiagnostics(file), []);
    assert.equal(silenced.getDefinitionAtPosition(file), undefined);
    assert.equal((silenced.getRenameInfo as (file: string) => { canRename: boolean })(file).canRename, false);
  });

  it("lets it answer in other files, in cells of other kernels, and without any notebook of ours", () => {
    configure(["/home/me/study one.ipynb"]);
    for (const file of ["/home/me/study one.ipynb.ts", cell("/home/me/other.ipynb")])
      assert.equal(silenced.getCompletionsAtPosition(file, 3), `completions in ${file} at 3`);
    configure();
    const file = cell("/home/me/study one.ipynb");
    assert.deepEqual(silenced.getSemanticDiagnostics(file), [`mistake in ${file}`]);
  });

  it("lets it go on with what it does well in cells", () => {
    configure(["/home/me/a.ipynb"]);
    const file = cell("/home/me/a.ipynb");
    assert.equal(silenced.getOutliningSpans(file), `folding of ${file}`);
  });

  it("leaves file names with incomplete escapes unchanged", () => {
    configure(["/50%/a.ipynb"]);
    assert.deepEqual(silenced.getSemanticDiagnostics("vscode-notebook-cell:/50%/a.ipynb#W0"), []);
  });

  it("leaves the service itself as it was", () => {
    configure(["/a.ipynb"]);
    assert.notEqual(silenced as unknown as ts.LanguageService as unknown, service);
    assert.deepEqual(service.getSemanticDiagnostics(cell("/a.ipynb")), [`mistake in ${cell("/a.ipynb")}`]);
  });
});
