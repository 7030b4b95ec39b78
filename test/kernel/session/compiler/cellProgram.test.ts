import assert from "node:assert/strict";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { NotebookCompiler } from "../../../../kernel/session/compiler/notebookCompiler.js";
import { packageRoot } from "../../../../kernel/files/packageRoot.js";

describe("the program of a notebook", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-program-"));
  let compiler: NotebookCompiler;

  before(() => {
    compiler = new NotebookCompiler(folder, packageRoot, false);
  });
  after(() => rmSync(folder, { recursive: true }));

  /** Compiles a cell and takes over the names that it is said to have declared. */
  function run(code: string, ...ran: string[]): string[] {
    const { id, code: emitted, diagnostics } = compiler.compile(code);
    if (emitted !== undefined) compiler.commit(id, ran);
    return diagnostics.map(({ code: number, start }) => `${start.line}:${start.column} TS${number}`);
  }

  it("checks a cell with the checker of the one before", () => {
    run("const one = 1;", "one");
    const { checker } = compiler.program;
    assert.deepEqual(run("const two: string = one;"), ["1:7 TS2322"]);
    assert.deepEqual(run("const three = one + 2;", "three"), []);
    assert.equal(compiler.program.checker, checker);
  });

  it("sees what a cell declares for all, until another cell that declares it takes its place", () => {
    assert.deepEqual(run("declare global { var shared: number }\nexport const mark = 1;", "mark"), []);
    assert.deepEqual(run("globalThis.shared.toFixed();"), []);
    run("const other = 2;", "other");
    assert.deepEqual(run("globalThis.shared.toFixed();"), []);
    assert.deepEqual(run("declare global { var shared: string }\nexport const mark = 2;", "mark"), []);
    assert.deepEqual(run("globalThis.shared.toFixed();"), ["1:19 TS2551"]);
  });

  it("reads the user's own files again when they have changed", () => {
    const file = path.join(folder, "own.ts");
    writeFileSync(file, "export const own = 1;");
    assert.deepEqual(run("import { own } from './own'; own.toFixed();"), []);
    writeFileSync(file, "export const own = 'text';");
    utimesSync(file, new Date(), new Date(Date.now() + 5000));
    assert.deepEqual(run("import { own } from './own'; own.toFixed();"), ["1:34 TS2551"]);
  });

  it("heeds @ts-ignore and @ts-expect-error", () => {
    assert.deepEqual(run("// @ts-ignore\nconst text: string = 1;"), []);
    assert.deepEqual(run("// @ts-expect-error\n// why\nconst text: string = 1;"), []);
    assert.deepEqual(run("// @ts-expect-error\nconst text: string = '';"), ["1:1 TS2578"]);
  });

  it("answers the same after it has forgotten what is closed", () => {
    for (let time = 0; time < 310; time++) run(`${time}`);
    const { checker } = compiler.program;
    compiler.program.rest();
    assert.notEqual(compiler.program.checker, checker);
    assert.deepEqual(run("const four: string = three;"), ["1:7 TS2322"]);
  });

  it("forgets cells that were compiled and never ran", () => {
    compiler.compile("const lost = 1;");
    assert.deepEqual(run("lost;"), ["1:1 TS2304"]);
  });
});
