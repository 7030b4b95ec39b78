import "../standIn/register.js";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import ts from "typescript";

const { notebookMetadata, templates } = await import("../../../extension/commands/templates.js");
const { isAenNotebook } = await import("../../../extension/kernelMetadata.js");

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

  it("trains, where it trains, with the settings of the quickstart, so that it reaches the same", () => {
    const { cells } = JSON.parse(readFileSync("notebooks/quickstart.ipynb", "utf8")) as {
      cells: { source: string | string[] }[];
    };
    const quickstart = cells.map(({ source }) => [source].flat().join("")).join("\n");
    const value = (name: string) => new RegExp(`let ${name}\\b.*= "?([\\w.]+)"?;`).exec(quickstart)![1];
    const code = templates()
      .find(({ id }) => id === "train")!
      .cells.map((cell) => cell.code ?? "")
      .join("\n");
    for (const line of code
      .split("\n")
      .filter((each) => /^const (drawn|augment|pretraining|stills) =/.test(each)))
      assert.ok(quickstart.includes(line.split(";")[0]), line);
    for (const setting of [
      `perEmotion: ${value("perEmotion")}`,
      `deviating: ${value("deviating")}`,
      `epochs: ${value("epochs")}`,
    ])
      assert.ok(code.includes(setting), setting);
    assert.ok(code.includes(`aen.model("${value("preset")}")`));
    assert.ok(code.includes(`seed: ${value("seed")},`));
    assert.ok(
      code.includes(`perEmotion: ${Math.ceil((5 / 3) * Number(value("perEmotion")))}, `),
      "people of the stills",
    );
  });
});
