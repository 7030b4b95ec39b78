import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../../../../kernel/files/packageRoot.js";
import { cellOptions, ProgramHost } from "../../../../kernel/session/compiler/programHost.js";
import { ownFileOf } from "../../../../kernel/session/compiler/runTimeResolution.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

const files: Readonly<Record<string, string>> = {
  "package.json":
    '{"name":"own","imports":{"#a":"./src/a.ts","#b/*":"./src/*.js","#dep":"dep","#fs":"node:fs"}}',
  "src/a.ts": "",
  "src/b.js": "",
  "src/b.d.ts": "",
  "src/c.json": "{}",
  "node_modules/dep/package.json": '{"name":"dep","main":"dep.js","types":"dep.d.ts"}',
  "node_modules/dep/dep.js": "",
  "node_modules/dep/dep.d.ts": "",
  "node_modules/sources/package.json": '{"name":"sources","main":"main.js"}',
  "node_modules/sources/main.js": "",
  "node_modules/sources/main.ts": "",
  "node_modules/only/package.json": '{"name":"only","main":"main.ts"}',
  "node_modules/only/main.ts": "",
  "packages/lib/package.json":
    '{"name":"lib","exports":{".":{"types":"./types.d.ts","import":"./src/lib.ts"}}}',
  "packages/lib/src/lib.ts": "",
  "packages/lib/types.d.ts": "",
  "packages/unbuilt/package.json": '{"name":"unbuilt","main":"dist/main.js","types":"src/main.ts"}',
  "packages/unbuilt/src/main.ts": "",
  "packages/built/package.json": '{"name":"built","main":"main.js"}',
  "packages/built/main.js": "",
};

/** A specifier, and the user's own file that it means, if any. */
const specifiers: readonly (readonly [string, string | undefined])[] = [
  ["@/a", "src/a.ts"],
  ["@/b", "src/b.js"],
  ["@/c.json", "src/c.json"],
  ["#a", "src/a.ts"],
  ["#b/b", "src/b.js"],
  ["#dep", undefined],
  ["#fs", undefined],
  ["lib", "packages/lib/src/lib.ts"],
  ["unbuilt", "packages/unbuilt/src/main.ts"],
  ["built", "packages/built/main.js"],
  ["only", "node_modules/only/main.ts"],
  ["dep", undefined],
  ["sources", undefined],
  ["fs", undefined],
  ["node:fs/promises", undefined],
  ["aen-notebook", undefined],
  ["@tensorflow/tfjs", undefined],
  ["nowhere", undefined],
  ["@/nowhere", undefined],
];

describe("what a specifier means at run time", () => {
  const folder = temporaryFolder();
  const options = { ...cellOptions(), paths: { "@/*": ["./src/*"] }, pathsBasePath: folder };
  const host = new ProgramHost(folder, packageRoot, options);

  before(() => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    for (const name of ["lib", "unbuilt", "built"])
      symlinkSync(path.join(folder, "packages", name), path.join(folder, "node_modules", name), "junction");
  });

  for (const [specifier, file] of specifiers) {
    it(`is ${file ?? "what Node finds"} for ${specifier}`, () => {
      const found = ownFileOf(host, specifier, path.join(folder, "notebook.ts"));
      assert.equal(found && path.relative(folder, found), file);
    });
  }
});
