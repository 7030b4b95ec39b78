import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { reachableModules } from "../../../extension/packaging/reachableModules.js";
import { temporaryFolder } from "../../temporaryFolder.js";

const files = {
  "dist/kernel/cli.js": `
    import a from "a";
    import "./other.js";
    import fs from "node:fs";
    try { await import("absent"); } catch {}`,
  "dist/kernel/other.js": `import { createRequire } from "node:module"; import "@scope/b/deep.js"; export const x = 1;`,
  "dist/kernel/unused.js": `import "unreached";`,
  "node_modules/a/package.json": JSON.stringify({ main: "main.cjs" }),
  "node_modules/a/main.cjs": `
    require("c"); require("./native.node");
    try { require("optional-binding"); } catch {}
    const name = "com" + "puted"; require(name);`,
  "node_modules/a/native.node": "\u0000binary",
  "node_modules/a/readme.js": "",
  "node_modules/@scope/b/package.json": JSON.stringify({ exports: { "./deep.js": "./lib/deep.js" } }),
  "node_modules/@scope/b/lib/deep.js": "export {};",
  "node_modules/c/package.json": "{}",
  "node_modules/c/index.js": "",
  "node_modules/computed/index.js": "",
  "node_modules/unreached/index.js": "",
};

describe("what the built kernel can load", () => {
  const root = temporaryFolder();
  before(() => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
  });

  it("is each file that imports and requires reach from the entries, the absent ones left out", async () => {
    const found = await reachableModules(root, ["dist/kernel/cli.js"]);
    assert.deepEqual(found.sort(), [
      "node_modules/@scope/b/lib/deep.js",
      "node_modules/a/main.cjs",
      "node_modules/a/native.node",
      "node_modules/c/index.js",
    ]);
  });

  it("grows with the entries", async () => {
    const found = await reachableModules(root, ["dist/kernel/cli.js", "dist/kernel/unused.js"]);
    assert.equal(found.length, 5);
    assert.ok(found.includes("node_modules/unreached/index.js"));
  });
});
