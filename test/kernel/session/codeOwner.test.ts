import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { handOverScript } from "../../../kernel/session/cellScripts.js";
import * as sources from "../../../kernel/session/codeOwner.js";

type Owner = typeof sources.codeOwner;

const root = fileURLToPath(new URL("../../..", import.meta.url));
const cell = "Cell [3]";
const node = "node:internal/timers";
const own = pathToFileURL(path.join(root, "kernel", "cli.ts")).href;
const installed = (name: string) => pathToFileURL(path.join(root, "node_modules", name, "index.js")).href;
const foreign = "file:///home/me/study/node_modules/some-package/index.js";

/** A program file of every folder, whatever the folders are called. */
function oneFileOfEach(folder: string, extension: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(extension),
  );
  const byFolder = new Map(files.map((file) => [path.dirname(file), path.join(folder, file)]));
  return [...byFolder.values()];
}

function assertKernelOwns(codeOwner: Owner, files: readonly string[], dependency: string): void {
  assert.ok(files.length > 0);
  for (const file of files)
    for (const script of [file, pathToFileURL(file).href]) {
      for (const above of [[], [node], [dependency], ["", foreign, node]])
        assert.equal(codeOwner([...above, script, node]).owner, "kernel", script);
      assert.deepEqual(codeOwner([node, script, dependency, cell]), {
        owner: "kernel",
        above: 3,
      });
      assert.deepEqual(codeOwner([cell, script, node]), { owner: "cell", above: 0 }, `called by ${script}`);
    }
}

function copyModules(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter((each) => each.endsWith(".js")))
    copyFileSync(path.join(from, name), path.join(to, name));
}

describe("the code that an interrupt finds running", () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "aen-owner-")));
  const built = path.join(root, "dist", "kernel");

  before(() =>
    execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"], { cwd: root }),
  );
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("is the kernel's in every folder of its sources", () => {
    assertKernelOwns(sources.codeOwner, oneFileOfEach(path.join(root, "kernel"), ".ts"), installed("vega"));
  });

  it("is the kernel's in every folder of what is built", async () => {
    const { codeOwner } = (await import(path.join(built, "session", "codeOwner.js"))) as typeof sources;
    assertKernelOwns(codeOwner, oneFileOfEach(built, ".js"), installed("vega"));
  });

  it("is the kernel's where npm has put it among the user's packages, and whatever its folders are called", async () => {
    const packages = path.join(folder, "study", "node_modules");
    const place = path.join(packages, "aen-notebook");
    const moved = path.join(place, "out", "moved", "elsewhere");
    copyModules(path.join(built, "session"), moved);
    copyModules(path.join(built, "files"), path.join(place, "out", "moved", "files"));
    writeFileSync(
      path.join(place, "package.json"),
      JSON.stringify({ name: "aen-notebook", type: "module", dependencies: { drawer: "1" } }),
    );
    for (const [name, dependencies] of Object.entries({ drawer: { scales: "1" }, scales: {}, users: {} })) {
      mkdirSync(path.join(packages, name));
      writeFileSync(path.join(packages, name, "package.json"), JSON.stringify({ name, dependencies }));
    }
    const { codeOwner } = (await import(path.join(moved, "codeOwner.js"))) as typeof sources;
    const script = (name: string) => path.join(packages, name, "main.js");
    assertKernelOwns(codeOwner, [path.join(place, "out", "other", "deep", "file.js")], script("scales"));
    assert.equal(codeOwner([script("scales"), node]).owner, "kernel");
    assert.equal(codeOwner([script("users"), node]).owner, "cell");
    assert.equal(codeOwner([path.join(folder, "study", "lib.js"), node]).owner, "cell");
  });

  const { codeOwner } = sources;

  it("is the cell's in a cell, in a module of the user and in a package that the user imports", () => {
    for (const script of [
      cell,
      "/home/me/study/lib.ts",
      "file:///home/me/study/lib.mjs",
      foreign,
      "data:text/javascript,",
    ])
      assert.deepEqual(codeOwner([script, node]), { owner: "cell", above: 0 }, script);
    for (const script of [foreign, ""])
      assert.deepEqual(codeOwner([node, script, script, cell, own]), { owner: "cell", above: 1 }, script);
    for (const script of [installed("@tensorflow/tfjs-core"), node, "wasm://wasm/1f"])
      assert.deepEqual(codeOwner([script, script, cell, own]), { owner: "cell", above: 2 }, script);
  });

  it("is the cell's where the kernel calls what a cell gave it, made by `eval` or not", () => {
    for (const script of ["", cell, foreign, node])
      assert.equal(codeOwner([script, handOverScript, own, node]).owner, "cell", script);
    assert.equal(codeOwner([own, handOverScript, own, node]).owner, "kernel");
    assert.equal(codeOwner([installed("vega"), handOverScript, own, node]).owner, "kernel");
  });

  it("is the kernel's in Node, and in what the kernel depends on", () => {
    for (const name of [
      "@tensorflow/tfjs-core",
      "onnxruntime-node",
      "onnxruntime-common",
      "vega-view",
      "d3-scale",
      "sharp",
    ])
      assert.equal(codeOwner([installed(name), node]).owner, "kernel", name);
    assert.equal(codeOwner([node, node]).owner, "kernel");
    assert.equal(codeOwner([]).owner, "kernel");
    assert.equal(
      codeOwner([installed("mocha"), node]).owner,
      "cell",
      "of the packages only what the kernel needs",
    );
  });
});
