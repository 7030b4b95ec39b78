import assert from "node:assert/strict";
import { notebook } from "./askedNotebook.js";

function fixed(...marked: string[]): string[] {
  const [cells, at] = notebook.at(...marked);
  return notebook
    .ask("fixes", cells, at, at.offset)
    .filter(({ kind }) => kind !== "spelling")
    .map(({ kind, changes }) => `${kind}: ${notebook.changed(cells, changes)[at.cell]}`);
}

describe("names that a cell lacks", () => {
  it("come from Node's modules, those with promises first", () => {
    assert.deepEqual(fixed("await readFil|e('a')").slice(0, 2), [
      "import: import { readFile } from \"node:fs/promises\";\nawait readFile('a')",
      "import: import { readFile } from \"node:fs\";\nawait readFile('a')",
    ]);
    assert.equal(
      fixed("// of paths\npat|h.sep")[0],
      'import: // of paths\nimport path from "node:path";\npath.sep',
    );
  });

  it("come from files beside the notebook", () => {
    notebook.file("smile.ts", "export function smileOf(): number { return 1; }");
    assert.deepEqual(fixed("smile|Of()"), ['import: import { smileOf } from "./smile.ts";\nsmileOf()']);
  });

  it("come from aen", () => {
    assert.deepEqual(fixed("aen", "await lossTe|rm"), ["member: await aen.lossTerm"]);
    assert.deepEqual(fixed("aen", "({ loss|Term })"), ["member: ({ lossTerm: aen.lossTerm })"]);
  });
});
