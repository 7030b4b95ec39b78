import assert from "node:assert/strict";
import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type * as TypeScript from "typescript";
import { cellOptions, ProgramHost } from "../../../../kernel/session/compiler/programHost.js";
import { ts } from "../../../../kernel/session/compiler/typescript.js";
import { packageRoot } from "../../../../kernel/files/packageRoot.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("files for TypeScript", () => {
  const folder = temporaryFolder();
  const host = new ProgramHost(folder, packageRoot, cellOptions());
  const cell = path.join(folder, "__cell_1__.ts");

  function write(name: string, text: string): string {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  function resolved(specifier: string, from = cell): string | undefined {
    const literal = { text: specifier } as TypeScript.StringLiteralLike;
    return host.resolveModuleNameLiterals([literal], from)[0].resolvedModule?.resolvedFileName;
  }

  const source = (file: string) => host.getSourceFile(file, ts.ScriptTarget.ES2022);

  it("are virtual as long as somebody holds them", () => {
    host.setVirtual(cell, "const one = 1;");
    assert.deepEqual([host.hasVirtual(cell), host.fileExists(cell)], [true, true]);
    assert.equal(source(cell)?.text, "const one = 1;");
    assert.equal(host.realpath(cell), cell);
    host.deleteVirtual(cell);
    assert.deepEqual([host.fileExists(cell), source(cell)], [false, undefined]);
  });

  it("are parsed once, and again when their text has changed", () => {
    host.setVirtual(cell, "1;");
    const first = source(cell);
    assert.equal(source(cell), first);
    host.setVirtual(cell, "2;");
    assert.equal(source(cell)?.text, "2;");
    const own = write("own.ts", "export const a = 1;");
    const before = source(own);
    assert.equal(source(own), before);
    writeFileSync(own, "export const b = 2;");
    utimesSync(own, new Date(), new Date(Date.now() + 5000));
    assert.equal(source(own)?.text, "export const b = 2;");
  });

  it("cannot change where they belong to a package or to this one", () => {
    const stable = [
      "/notes/node_modules/x/index.d.ts",
      `${packageRoot}/kernel/cli.ts`,
      `${packageRoot}/dist/a.js`,
    ];
    for (const file of stable) assert.deepEqual([host.isStable(file), host.version(file)], [true, ""], file);
    for (const file of ["/notes/kernel/a.ts", `${packageRoot}/notebooks/a.ts`, `${packageRoot}/kernels.ts`])
      assert.equal(host.isStable(file), false, file);
  });

  it("are found beside the cell, by file URL, and as soon as they are there", () => {
    const own = write("with space/own.ts", "export {};");
    assert.equal(resolved("./with space/own"), own);
    assert.equal(resolved(pathToFileURL(own).href), own);
    assert.equal(resolved("./late"), undefined);
    assert.equal(resolved("./late"), undefined);
    assert.equal(resolved("./late", write("other.ts", "")), undefined);
    assert.equal(write("late.ts", "export {};"), resolved("./late"));
  });

  it("of a URL that means no file are not found, and nothing is thrown", () => {
    assert.equal(resolved("file://elsewhere/a.ts"), undefined);
  });

  it("of tfjs are those that the kernel uses, whatever the notebook's folder has", () => {
    write("node_modules/@tensorflow/tfjs/package.json", '{"name":"@tensorflow/tfjs","types":"index.d.ts"}');
    write("node_modules/@tensorflow/tfjs/index.d.ts", "export {};");
    const found = resolved("@tensorflow/tfjs")!;
    assert.ok(!found.startsWith(folder) && found.includes("/@tensorflow/tfjs/"), found);
  });

  it("of other packages are the notebook's own, and the kernel's where it has none", () => {
    const own = write("node_modules/csv-parse/index.d.ts", "export {};");
    write("node_modules/csv-parse/package.json", '{"name":"csv-parse","types":"index.d.ts"}');
    assert.equal(resolved("csv-parse"), own);
    assert.match(resolved("fast-check")!, /node_modules\/fast-check\//);
    assert.equal(resolved("no-such-package"), undefined);
  });
});
