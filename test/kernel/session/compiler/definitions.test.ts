import assert from "node:assert/strict";
import { notebook } from "./askedNotebook.js";

const definition = (...marked: string[]) =>
  notebook.shown(notebook.ask("definitions", ...notebook.at(...marked))?.places ?? []);

describe("go to definition", () => {
  it("finds the cell that declares a constant, a variable, a function, a type", () => {
    const cells = ["const size = 1;\nlet best = 2;", "function twice(x: number) {}\ninterface Box { w: 1 }"];
    assert.deepEqual(definition(...cells, "si|ze"), ["0 0:6-10"]);
    assert.deepEqual(definition(...cells, "best| = 3"), ["0 1:4-8"]);
    assert.deepEqual(definition(...cells, "|twice(1)"), ["1 0:9-14"]);
    assert.deepEqual(definition(...cells, "let box: B|ox"), ["1 1:10-13"]);
    assert.deepEqual(definition(...cells, "declare const box: Box; box.|w"), ["1 1:16-17"]);
  });

  it("takes the nearest declaration above, and tells what was asked about", () => {
    const [cells, at] = notebook.at("const size = 1;", "const size = 2;", "\n  size| + 1");
    const found = notebook.ask("definitions", cells, at)!;
    assert.deepEqual(notebook.shown(found.places), ["1 0:6-10"]);
    assert.deepEqual(found.origin, { start: { line: 1, character: 2 }, end: { line: 1, character: 6 } });
  });

  it("leads into local files, also through the cell that imports, and to the file itself", () => {
    notebook.file("score.ts", "\nexport function score(): number { return 1; }");
    const importing = 'import { score } from "./score.ts";';
    assert.deepEqual(definition(importing, "sc|ore()"), ["score.ts 1:16-21"]);
    assert.deepEqual(definition('import { score } from "./sc|ore.ts";'), ["score.ts 0:0-0"]);
  });

  it("leads to the declarations of aen and of the language", () => {
    const [train] = notebook.ask("definitions", ...notebook.at("aen.tra|in"))!.places;
    assert.match("file" in train ? train.file : "", /kernel[\\/]aen[\\/].*train\w*\.(d\.)?ts$/);
    assert.match(definition("a|en")[0], /^index\.(d\.)?ts 0:0-0$/);
    assert.match(definition("[1].fl|at()")[0], /^lib\.es2019\.array\.d\.ts /);
  });

  it("finds nothing for what is not declared", () => {
    assert.deepEqual(definition("nowhere|"), []);
    assert.deepEqual(definition("1 +| 2"), []);
  });

  it("finds the type of a value, when asked for it", () => {
    const cells = ["interface Box { w: 1 }", "const box = {} as Box;", "bo|x"];
    assert.deepEqual(notebook.shown(notebook.ask("typeDefinitions", ...notebook.at(...cells))!.places), [
      "0 0:10-13",
    ]);
  });
});
