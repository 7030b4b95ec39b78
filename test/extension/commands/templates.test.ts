import "../standIn/register.js";
import assert from "node:assert/strict";
import ts from "typescript";

const { notebookMetadata, templates } = await import("../../../extension/commands/templates.js");
const { isAenNotebook } = await import("../../../extension/controller/kernelMetadata.js");

describe("what a notebook starts with", () => {
  it("is named once, with a label and a line on what it is for", () => {
    const all = templates();
    assert.deepEqual(new Set(all.map(({ id }) => id)).size, all.length);
    for (const { label, detail, cells } of all) assert.ok(label && detail && cells.length > 0);
    assert.deepEqual(all.find(({ id }) => id === "empty")!.cells, [{ code: "" }]);
  });

  it("is code without a mistake of syntax, each cell on its own", () => {
    for (const { id, cells } of templates()) {
      for (const { code = "" } of cells) {
        const { diagnostics = [] } = ts.transpileModule(code, {
          reportDiagnostics: true,
          compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
        });
        assert.deepEqual(diagnostics, [], `${id}: ${code}`);
      }
    }
  });

  it("is recognised as ours by its metadata, in VS Code's format", () => {
    assert.ok(isAenNotebook(notebookMetadata));
    assert.equal(notebookMetadata.nbformat, 4);
    assert.equal(notebookMetadata.metadata.language_info.name, "typescript");
  });
});
