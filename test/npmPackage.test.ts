import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "./temporaryFolder.js";

describe("the npm package", function () {
  this.timeout(120_000);
  const folder = temporaryFolder();

  it("holds what aen needs, none of the extension, and runs elsewhere by itself", function () {
    if (!existsSync("dist/built")) return this.skip();
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const told = execFileSync(npm, ["pack", "--json", "--pack-destination", folder], { encoding: "utf8" });
    const [{ filename, files }] = JSON.parse(told) as [{ filename: string; files: { path: string }[] }];
    const paths = files.map((file) => file.path);
    for (const needed of [
      "dist/kernel/cli.js",
      "dist/types/kernel/aen/index.d.ts",
      "notebooks/quickstart.ipynb",
      "NOTICE",
    ])
      assert.ok(paths.includes(needed), needed);
    assert.deepEqual(
      paths.filter((file) => /vsix|screenshots|extension\.cjs|^test|^kernel/.test(file)),
      [],
    );
    execFileSync("tar", ["xzf", filename], { cwd: folder });
    const installed = path.join(folder, "package");
    symlinkSync(path.resolve("node_modules"), path.join(installed, "node_modules"), "junction");
    const cell = { cell_type: "code", id: "a", metadata: {}, execution_count: null, outputs: [] };
    const source =
      'const { configuration } = aen.model("tiny"); console.log(`frames ${configuration.frames}`)';
    const metadata = { kernelspec: { name: "aen", display_name: "AEN", language: "typescript" } };
    const notebook = { cells: [{ ...cell, source }], metadata, nbformat: 4, nbformat_minor: 5 };
    writeFileSync(path.join(folder, "one.ipynb"), JSON.stringify(notebook));
    const cli = path.join(installed, "dist", "kernel", "cli.js");
    const said = execFileSync(process.execPath, [cli, "run", "one.ipynb"], { cwd: folder, encoding: "utf8" });
    assert.match(said, /frames 4/);
  });
});
