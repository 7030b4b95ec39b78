import assert from "node:assert/strict";
import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { asLoaded, freshRequire, isEdited, noteVersions } from "../../../kernel/session/freshRequire.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("a require that loads edited files again", () => {
  const folder = temporaryFolder();
  const at = (file: string) => path.join(folder, file);
  let stopNoting: () => void;
  let later = 0;

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
    utimesSync(at(file), new Date(), new Date(Date.now() + 5000 * ++later));
  }

  before(() => (stopNoting = noteVersions()));
  after(() => stopNoting());

  it("gives the same module until it, or what it requires, has been edited", () => {
    write("top.cjs", "exports.part = require('./part.cjs');");
    write("part.cjs", "exports.n = 1;");
    write("aside.cjs", "exports.aside = {};");
    const require = freshRequire(at("notebook.ts"));
    const [top, aside] = [require("./top.cjs"), require("./aside.cjs")];
    assert.equal(require("./top.cjs"), top);
    assert.equal(isEdited(at("top.cjs")), false);
    write("part.cjs", "exports.n = 2;");
    assert.equal(isEdited(at("top.cjs")), true);
    assert.deepEqual(require("./top.cjs"), { part: { n: 2 } });
    assert.equal(require("./aside.cjs"), aside);
  });

  it("knows what was required late, and who else holds what has been replaced", () => {
    write("one.cjs", "exports.get = () => require('./late.cjs').n;");
    write("two.cjs", "exports.n = require('./late.cjs').n;");
    write("late.cjs", "exports.n = 1;");
    const require = freshRequire(at("notebook.ts")) as (id: string) => { get(): number; n: number };
    assert.deepEqual([require("./one.cjs").get(), require("./two.cjs").n], [1, 1]);
    write("late.cjs", "exports.n = 2;");
    assert.equal(require("./one.cjs").get(), 2);
    assert.equal(require("./two.cjs").n, 2);
  });

  it("tells who has required what, and whether that is still so", () => {
    write("used.cjs", "exports.n = 1;");
    const used: string[] = [];
    freshRequire(at("user.ts"), (file) => used.push(file))("./used.cjs");
    assert.deepEqual(used, [at("used.cjs")]);
    const isStill = asLoaded(at("used.cjs"));
    assert.equal(isStill(), true);
    write("used.cjs", "exports.n = 2;");
    assert.equal(isStill(), false);
    freshRequire(at("user.ts"))("./used.cjs");
    assert.equal(isStill(), false, "another one has taken its place");
  });

  it("has the properties of Node's, and loads packages once", () => {
    write("node_modules/dep/index.js", "exports.n = 1;");
    const [fresh, plain] = [freshRequire(at("a.ts")), createRequire(at("a.ts"))];
    assert.equal(fresh.resolve("dep"), plain.resolve("dep"));
    assert.equal(fresh.cache, plain.cache);
    const dep = fresh("dep");
    write("node_modules/dep/index.js", "exports.n = 2;");
    assert.equal(fresh("dep"), dep);
    assert.equal(fresh("node:path"), path);
  });

  it("says what to write for TypeScript", () => {
    write("source.ts", "export const a: number = 1;");
    for (const id of ["./source.ts", "./source", at("source.ts")])
      assert.throws(
        () => freshRequire(at("a.ts"))(id),
        /^Error: require cannot load TypeScript: write `await import\("/,
      );
    assert.throws(() => freshRequire(at("a.ts"))("./nowhere"), { code: "MODULE_NOT_FOUND" });
  });
});
