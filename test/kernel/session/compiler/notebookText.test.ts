import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packageRoot } from "../../../../kernel/files/packageRoot.js";
import { LanguageFeatures } from "../../../../kernel/session/compiler/languageFeatures.js";
import { NotebookCompiler } from "../../../../kernel/session/compiler/notebookCompiler.js";

describe("a notebook read as its text stands", () => {
  let compiler: NotebookCompiler;
  let features: LanguageFeatures;
  const folder = mkdtempSync(path.join(tmpdir(), "aen-text-"));
  after(() => rmSync(folder, { recursive: true }));

  beforeEach(() => {
    compiler = new NotebookCompiler(folder, packageRoot, false);
    features = new LanguageFeatures(compiler);
  });

  function run(code: string): void {
    const { id, diagnostics } = compiler.compile(code);
    assert.deepEqual(diagnostics, []);
    compiler.commit(id, [...compiler.source(code, "names").names.values]);
  }

  /** The errors and hints: the cell's number, the severity and the message. */
  const found = (...cells: string[]) =>
    features
      .notebookDiagnostics(cells)
      .flatMap((each, index) => each.map(({ severity, message }) => `${index} ${severity}: ${message}`));

  const cells = [
    "const widths = [1, 2];\ninterface Box { width: number }\nenum Side { Left, Right }",
    "const boxes: Box[] = widths.map((width) => ({ width }));\nlet best = boxes[0];",
    "const names = boxes.map((box) => box.width.toFixed());\nbest = boxes[1];\nSide.Left",
  ];

  it("knows in each cell what the cells above declare, with their types, before, while and after they run", () => {
    assert.deepEqual(found(...cells), []);
    for (const cell of cells) {
      run(cell);
      assert.deepEqual(found(...cells), []);
    }
  });

  it("tells what is wrong in spite of that, in the cell where it is", () => {
    assert.deepEqual(found(cells[0], cells[1], "boxes[0].height; widths.push('a'); names = 1;"), [
      "2 error: Property 'height' does not exist on type 'Box'.",
      "2 error: Argument of type 'string' is not assignable to parameter of type 'number'.",
      "2 error: Cannot find name 'names'. No cell above declares it. To declare it here: let names = …",
    ]);
  });

  it("takes the text of an edited cell, not what of it ran", () => {
    run("const size = 1;");
    run("const doubled = size * 2;");
    assert.deepEqual(found('const size = "a";', "const doubled = size + size;", "doubled.length"), []);
    assert.deepEqual(found('const size = "a";', "const doubled = size * 2;"), [
      "1 error: The left-hand side of an arithmetic operation must be of type 'any', 'number', 'bigint' or an enum type.",
    ]);
  });

  it("gives a name that two cells declare the type of the one above, whatever ran last", () => {
    const both = ["let x = 1;", "x.toFixed()", 'let x = "a";', "x.length"];
    for (const cell of both) run(cell);
    assert.deepEqual(found(...both), []);
  });

  it("warns of a name that only a cell below declares, until that has run", () => {
    const backwards = ["later + 1", "const later = 1;", "const later = 2;"];
    assert.deepEqual(found(...backwards), [
      "0 warning: 'later' is declared in a cell below this one. Run that cell first, or move it above this one.",
    ]);
    run(backwards[1]);
    assert.deepEqual(found(...backwards), []);
  });

  it("knows names whose cell was deleted after it ran, because they are still there", () => {
    run("const kept = 1;");
    assert.deepEqual(found("kept.toFixed()"), []);
  });

  it("reads what it can of a cell above that is wrong", () => {
    const broken = found("const a: number = 'no'; const b = (;", "a.toFixed()");
    assert.ok(broken.length > 0 && broken.every((each) => each.startsWith("0 error")), broken.join("\n"));
  });

  it("sees a local file that is written later, and one that has changed", () => {
    const importing = ['import { side } from "./side.ts";', "side.toFixed()"];
    assert.match(found(...importing)[0], /^0 error: There is no file '.\/side.ts'/);
    writeFileSync(path.join(folder, "side.ts"), "export const side = 1;");
    assert.deepEqual(found(...importing), []);
    writeFileSync(path.join(folder, "side.ts"), "export const side = 'left and right';");
    assert.match(found(...importing)[0], /^1 error: Property 'toFixed' does not exist on type/);
  });

  it("reads an unchanged cell once, and forgets the cells that are gone", () => {
    const open = () => [...Array(100).keys()].filter((n) => compiler.program.opened(textFile(n)));
    const textFile = (n: number) => path.join(folder, `__cell_text_${n}__.ts`);
    found(...cells);
    const first = open();
    found(...cells);
    assert.deepEqual(open(), first);
    found(cells[0]);
    assert.deepEqual(open(), first.slice(0, 1));
  });

  it("completes and describes what the cells above declare", () => {
    const above = cells.slice(0, 2);
    const texts = features.complete("boxes[0].", 9, above).matches.map(({ text }) => text);
    assert.deepEqual(texts, ["width"]);
    assert.equal(features.inspect("best", 2, above)!.signature, "let best: Box");
    assert.match(features.signatureHelp("boxes.push(", 11, above)!.signatures[0].label, /items: Box\[\]/);
    assert.equal(features.inspect("best", 2), undefined, "without them nothing is known");
  });
});
