import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { NotebookCompiler } from "../../../../kernel/session/compiler/notebookCompiler.js";
import { packageRoot } from "../../../../kernel/files/packageRoot.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("the compiler of a notebook", () => {
  const folder = temporaryFolder();
  let compiler: NotebookCompiler;
  before(() => (compiler = new NotebookCompiler(folder, packageRoot, false)));

  const errors = (code: string) => compiler.compile(code).diagnostics.map(({ message }) => message);

  /** Compiles a cell and takes over all the names that its code says have run. */
  function run(code: string): void {
    const { id, code: emitted, diagnostics } = compiler.compile(code);
    assert.ok(emitted !== undefined, JSON.stringify(diagnostics));
    const ran = [...emitted.matchAll(/__cell\.ran\(([^)]*)\)/g)].flatMap(
      ([, names]) => JSON.parse(`[${names}]`) as string[],
    );
    compiler.commit(id, ran);
  }

  it("emits no code for a cell with type errors, unless they are to be ignored", () => {
    const code = "const wrong: number = 'no';";
    const { code: emitted, diagnostics } = compiler.compile(code);
    assert.equal(emitted, undefined);
    assert.equal(diagnostics[0].code, 2322);
    const anyway = compiler.compile(code, { ignoreTypeErrors: true });
    assert.match(anyway.code!, /__scope\.wrong = 'no'/);
    assert.equal(anyway.diagnostics.length, 1);
  });

  it("emits no code for a cell that cannot be parsed, whatever is to be ignored", () => {
    const { code, diagnostics } = compiler.compile("const = 1;", { ignoreTypeErrors: true });
    assert.equal(code, undefined);
    assert.ok(diagnostics.length > 0);
  });

  it("knows the types of what earlier cells have declared and run", () => {
    run("interface Face { smile: number } const face: Face = { smile: 3 }; let count = 0;");
    assert.deepEqual(errors("const f: Face = face; count = f.smile;"), []);
    assert.deepEqual(errors("count = face;"), ["Type 'Face' is not assignable to type 'number'."]);
    assert.deepEqual(errors("face = { smile: 1 };"), [
      "Cannot assign to 'face': an earlier cell declares it without let. Declare it with let there, or declare it again here.",
    ]);
  });

  it("does not know what was declared and has not run", () => {
    const { id } = compiler.compile("const reached = 1; const unreached = 2;");
    compiler.commit(id, ["reached"]);
    assert.deepEqual(errors("reached; unreached;"), [
      "Cannot find name 'unreached'. Did you mean 'reached'?",
    ]);
  });

  it("knows what earlier cells have added to the declarations of others, as the last of them has it", () => {
    run("declare global { interface Array<T> { final(): T } interface Date { era: number } }");
    run("declare module 'node:worker_threads' { const added: number }");
    assert.deepEqual(errors("[1].final().toFixed(); new Date().era.toFixed();"), []);
    assert.deepEqual(errors("import { added } from 'node:worker_threads'; added.toFixed()"), []);
    assert.equal(errors("declare global { interface Date { era: string } } new Date().era.no;").length, 1);
    assert.deepEqual(errors("new Date().era.toFixed();"), []);
    run("declare global { interface Date { era: string } }");
    assert.deepEqual(errors("[1].final(); new Date().era.toUpperCase();"), []);
  });

  it("runs a pasted script whose first line names its interpreter", () => {
    run("#!/usr/bin/env node\nconst scripted = 1;");
    assert.deepEqual(errors("scripted.toFixed();"), []);
    const [{ start }] = compiler.compile("#!/usr/bin/env node\nlet wrong: string = 1;").diagnostics;
    assert.deepEqual([start.line, start.column], [2, 5]);
  });

  it("lets a name be declared again as something else", () => {
    run("const again = 1; const before = again;");
    run("class again { w = before }");
    assert.deepEqual(errors("const n: number = new again().w;"), []);
  });

  it("keeps types that a cell imports for the cells after it", () => {
    writeFileSync(
      path.join(folder, "shapes.ts"),
      "export interface Shape { w: number }\nexport type Size = number;\nexport const one: Size = 1;",
    );
    run("import { type Shape, one } from './shapes';\nimport type { Size } from './shapes';");
    run("import { Shape as Plain } from './shapes';");
    assert.deepEqual(
      errors("const shape: Shape = { w: one }; const plain: Plain = shape; const size: Size = 2;"),
      [],
    );
    assert.deepEqual(errors("const shape: Shape = one;"), [
      "Type 'number' is not assignable to type 'Shape'.",
    ]);
  });

  it("keeps a `var` below the top level for the cells after it", () => {
    run("for (var turn = 0; turn < 3; turn++);");
    assert.deepEqual(errors("const n: number = turn;"), []);
  });

  it("exports under its own names what a cell exports under others", () => {
    run("const inner = 1; export { inner as outer }; export type Mine = 2; export const shown = 3;");
    assert.deepEqual(errors("const a: 1 = inner; const b: Mine = 2; const c: 3 = shown;"), []);
  });

  it("takes over the cells that another compiler has compiled, under the same numbers", () => {
    const heir = new NotebookCompiler(folder, packageRoot, false);
    heir.restore([
      { id: 4, code: "interface Clip { frames: number } const clip: Clip = { frames: 16 }", ran: ["clip"] },
      { id: 7, code: "const wrong: string = 1; const lost = 2;", ran: ["wrong"] },
    ]);
    const { id, diagnostics } = heir.compile("const n: string = clip.frames; lost;");
    assert.equal(id, 8);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      [2322, 2304],
    );
  });

  it("takes over a cell of another compiler when it hears that the cell has run", () => {
    compiler.commit(1000, ["inherited"], "const inherited = 'text';");
    assert.deepEqual(errors("const n: number = inherited;"), [
      "Type 'string' is not assignable to type 'number'.",
    ]);
  });
});
