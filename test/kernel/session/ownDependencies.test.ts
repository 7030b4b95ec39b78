import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import path from "node:path";
import { isOwnDependency, packageFolder } from "../../../kernel/session/ownDependencies.js";
import { packageRoot } from "../../../kernel/files/packageRoot.js";

describe("the package that a file belongs to", () => {
  it("is the innermost one, with its scope", () => {
    const folders: Record<string, string | undefined> = {
      "/n/node_modules/vega/src/index.js": "/n/node_modules/vega",
      "/n/node_modules/@tensorflow/tfjs/dist/a/b.js": "/n/node_modules/@tensorflow/tfjs",
      "/n/node_modules/a/node_modules/@b/c/d.js": "/n/node_modules/a/node_modules/@b/c",
      "C:\\n\\node_modules\\vega\\index.js": "C:\\n\\node_modules\\vega",
      "/n/node_modules/vega": undefined,
      "/n/my_node_modules/vega/index.js": undefined,
      "/n/src/index.js": undefined,
    };
    for (const [file, folder] of Object.entries(folders)) assert.equal(packageFolder(file), folder, file);
  });
});

describe("the kernel's own dependencies", () => {
  const installed = (name: string) =>
    path.join(realpathSync(path.join(packageRoot, "node_modules", name)), "index.js");

  it("are the packages that it names, and those that they need", () => {
    for (const name of ["vega", "@tensorflow/tfjs-core", "d3-array", "sharp"])
      assert.equal(isOwnDependency(installed(name)), true, name);
  });

  it("are neither what is installed beside them nor a user's copy elsewhere", () => {
    for (const name of ["mocha", "eslint", "fast-check"])
      assert.equal(isOwnDependency(installed(name)), false, name);
    assert.equal(isOwnDependency("/notes/node_modules/vega/index.js"), false);
    assert.equal(isOwnDependency(path.join(packageRoot, "kernel", "cli.ts")), false);
  });
});
