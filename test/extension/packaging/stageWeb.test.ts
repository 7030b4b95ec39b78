import "../standIn/register.js";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { stageWeb } from "../../../extension/packaging/stageWeb.js";
import { temporaryFolder } from "../../temporaryFolder.js";

const vscode = await import("vscode");

describe("The VSIX for VS Code for the Web", function () {
  this.timeout(120_000);
  const folder = path.join(temporaryFolder(), "web");
  const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");
  let manifest: Record<string, unknown> & { contributes: Record<string, unknown> };

  before(() => {
    execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
    stageWeb(".", folder);
    manifest = JSON.parse(read("package.json"));
  });

  it("runs in the browser alone, and contributes the renderers and nothing that needs a kernel", () => {
    assert.equal(manifest["main"], undefined);
    assert.equal(manifest["extensionKind"], undefined);
    assert.equal(manifest["type"], undefined);
    assert.deepEqual(Object.keys(manifest.contributes), ["notebookRenderer"]);
    const root = JSON.parse(readFileSync("package.json", "utf8"));
    assert.deepEqual(manifest.contributes["notebookRenderer"], root.contributes.notebookRenderer);
  });

  it("holds what its manifest names, no kernel and no package", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const renderers = manifest.contributes["notebookRenderer"] as { entrypoint: string }[];
    const named = [manifest["browser"], manifest["icon"], ...renderers.map((each) => each.entrypoint)];
    for (const file of named) assert.ok(files.includes(path.normalize(String(file))), String(file));
    assert.deepEqual(
      files.filter((file) => /node_modules|kernel|\.cjs$|\.node$/.test(file)),
      [],
    );
    const bytes = files.map((file) => statSync(path.join(folder, file))).filter((each) => each.isFile());
    assert.ok(bytes.reduce((sum, each) => sum + each.size, 0) < 12e6);
  });

  it("starts where VS Code's API is all that there is", () => {
    const asked: string[] = [];
    const module = { exports: {} as { activate?: (context: object) => void } };
    const require = (name: string): unknown => (asked.push(name), vscode);
    vm.runInNewContext(read("dist/webExtension.js"), { module, exports: module.exports, require });
    const subscriptions: unknown[] = [];
    module.exports.activate!({ subscriptions, extension: { id: "aen-notebook.aen-notebook" } });
    assert.deepEqual([...new Set(asked)], ["vscode"]);
    assert.equal(subscriptions.length, 1);
  });
});
