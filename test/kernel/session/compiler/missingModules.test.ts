import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { missingModule, toInstall } from "../../../../kernel/session/compiler/missingModules.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("a module that cannot be imported", () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, "table.csv"), "a,b");
  mkdirSync(path.join(folder, "parts"));
  const table = path.join(folder, "table.csv");

  const reasons: readonly (readonly [specifier: string, reason: RegExp])[] = [
    ["./none.ts", /^There is no file '\.\/none\.ts', looking from /],
    ["file:///%2", /^There is no file 'file:/],
    [
      "./table.csv",
      /^'\.\/table\.csv' holds no code to import\. Read it: .*readFileSync\("\.\/table\.csv", "utf8"\)\.$/,
    ],
    [table, /holds no code to import/],
    [pathToFileURL(table).href, /holds no code to import/],
    ["./parts", /^'\.\/parts' is a folder without an index\.ts or index\.js\.$/],
    ["./lib/kept", /"@module lib\/kept" makes no module here/],
    ["node:none", /^Node has no module 'node:none'\.$/],
    ["#none", /^'#none' is not among the "imports" of a package\.json above /],
    [
      "@scope/name/part",
      /^The package '@scope\/name' is not installed, or has no '@scope\/name\/part'\. .*npm install @scope\/name$/,
    ],
  ];
  for (const [specifier, reason] of reasons)
    it(`says why: ${reason.source.slice(0, 60)}`, () =>
      assert.match(missingModule(specifier, folder, new Set(["lib/kept"])), reason));

  it("is to be installed if it is a package", () => {
    assert.deepEqual(toInstall(2307, "@scope/name/part", folder), {
      install: { name: "@scope/name", folder },
    });
    for (const specifier of ["./a", "/a", "node:a", "#a", "file:///a", "C:\\a"])
      assert.deepEqual(toInstall(2307, specifier, folder), {}, specifier);
    assert.deepEqual(toInstall(2304, "name", folder), {});
  });
});
