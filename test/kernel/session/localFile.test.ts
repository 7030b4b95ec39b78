import assert from "node:assert/strict";
import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../../../kernel/files/packageRoot.js";
import { isUsersOwn, loaderOf, localFile, versionOf } from "../../../kernel/session/localFile.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("a local file", () => {
  const folder = temporaryFolder();
  const at = (...parts: string[]) => path.join(folder, ...parts);

  before(() => {
    mkdirSync(at("folder"));
    mkdirSync(at("views"));
    for (const file of [
      "a.ts",
      "b.tsx",
      "c.js",
      "d.mjs",
      "e.json",
      "both.ts",
      "both.js",
      "folder/index.js",
      "views/index.tsx",
    ])
      writeFileSync(at(file), "");
  });

  const specifiers: readonly (readonly [string, string])[] = [
    ["./a", "a.ts"],
    ["./a.js", "a.ts"],
    ["./b", "b.tsx"],
    ["./b.js", "b.tsx"],
    ["./b.jsx", "b.tsx"],
    ["./c", "c.js"],
    ["./d", "d.mjs"],
    ["./e", "e.json"],
    ["./both", "both.ts"],
    ["./both.js", "both.js"],
    ["./folder", "folder/index.js"],
    ["./views", "views/index.tsx"],
    ["./nowhere", "nowhere"],
  ];
  for (const [specifier, file] of specifiers) {
    it(`is ${file} for ${specifier}`, () => assert.equal(localFile(specifier, folder), at(file)));
  }

  it("is given by its path or URL as well, and never by a name alone", () => {
    assert.equal(localFile(at("a"), "/"), at("a.ts"));
    assert.equal(localFile(pathToFileURL(at("a.ts")).href, "/"), at("a.ts"));
    for (const name of ["a.ts", "react", "#db", "@app/x", "node:fs"])
      assert.equal(localFile(name, folder), undefined);
  });

  it("is loaded by us if it is source, and by Node if it is a package's or the kernel's own", () => {
    const loaders = ["a.ts", "b.tsx", "c.js", "d.mjs", "e.json", "nowhere.js", "f.wasm"].map((file) =>
      loaderOf(at(file)),
    );
    assert.deepEqual(loaders, ["ours", "ours", "ours", "ours", "json", "node", "node"]);
    assert.equal(loaderOf(path.join(packageRoot, "node_modules/typescript/lib/typescript.js")), "node");
  });

  it("is the user's own outside packages and the kernel", () => {
    assert.equal(isUsersOwn(at("c.js")), true);
    for (const file of [at("node_modules/a/b.js"), path.join(packageRoot, "dist/kernel/cli.js")])
      assert.equal(isUsersOwn(file), false, file);
  });

  it("has another version once it has been edited", () => {
    const version = versionOf(at("a.ts"));
    assert.equal(versionOf(at("a.ts")), version);
    utimesSync(at("a.ts"), new Date(), new Date(Date.now() + 5000));
    assert.notEqual(versionOf(at("a.ts")), version);
    assert.equal(versionOf(at("nowhere")), versionOf(at("neither")));
  });
});
