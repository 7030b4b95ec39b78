import assert from "node:assert/strict";
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bindImports, importMeta, ModuleLoader } from "../../../kernel/session/moduleLoader.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { emitted } from "./compiler/memoryProgram.js";

describe("a loader of modules", () => {
  const folder = temporaryFolder();
  const compiled: string[] = [];
  let loader: ModuleLoader;
  let later = 0;

  beforeEach(() => {
    compiled.length = 0;
    loader = new ModuleLoader(folder, async (file) => {
      compiled.push(path.basename(file));
      const text = readFileSync(file, "utf8");
      if (/exports/.test(text)) return undefined;
      const code = emitted(text, { kind: "module" });
      return { code, sourceMap: '{"version":3,"sources":[],"names":[],"mappings":""}' };
    });
  });

  /** Writes a file that counts as changed each time. */
  function write(name: string, text: string): string {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    utimesSync(file, new Date(), new Date(Date.now() + 5000 * ++later));
    return file;
  }

  it("gives the kernel's own modules under their names", async () => {
    const own = { display: 1 };
    loader.provide("tslab", own);
    assert.equal(await loader.import("tslab"), own);
  });

  it("finds local files as TypeScript does", async () => {
    write("found/index.ts", "export const at = 'index';");
    write("both.ts", "export const at = 'ts';");
    write("both.js", "exports.at = 'js';");
    write("plain.mjs", "export const at = 'mjs';");
    const at = async (specifier: string) => (await loader.import(specifier)).at;
    assert.equal(await at("./found"), "index");
    assert.equal(await at("./both"), "ts", "a source goes first where nothing is said");
    assert.equal(await at("./both.js"), "js", "a file that is there goes before all others");
    assert.equal(await at("./found/index.js"), "index", "the source of what has not been built");
    assert.equal(await at("./plain"), "mjs");
    assert.equal(await at(pathToFileURL(path.join(folder, "both.ts")).href), "ts");
    await assert.rejects(loader.import("./nowhere"), /nowhere/);
  });

  it("reads JSON with its names, and says which file is wrong", async () => {
    write("object.json", '{"a":1,"default":2}');
    write("list.json", "[1,2]");
    write("wrong.json", "{,}");
    assert.deepEqual(await loader.import("./object.json"), { a: 1, default: { a: 1, default: 2 } });
    assert.deepEqual(await loader.import("./list.json"), { default: [1, 2] });
    await assert.rejects(loader.import("./wrong.json"), /wrong\.json is not valid JSON: /);
  });

  it("evaluates a local module once for all who import it, at the same time or later", async () => {
    write(
      "counted.ts",
      "globalThis.countedLoads = (globalThis.countedLoads ?? 0) + 1; export const n = globalThis.countedLoads;",
    );
    write("user.ts", "export { n as again } from './counted';");
    const [one, two, user] = await Promise.all(
      ["./counted", "./counted.ts", "./user"].map((each) => loader.import(each)),
    );
    assert.equal(one, two);
    assert.deepEqual([one.n, user.again], [1, 1]);
    assert.equal((await loader.import("./counted")).n, 1);
    Reflect.deleteProperty(globalThis, "countedLoads");
  });

  it("evaluates again what has changed, and what imports it, and nothing else", async () => {
    write("deep.ts", "export const depth = 1;");
    write("middle.ts", "export { depth } from './deep';");
    write("aside.ts", "export const aside = 1;");
    const load = async () => {
      const [middle] = await Promise.all(["./middle", "./aside"].map((each) => loader.import(each)));
      return [middle.depth, compiled.splice(0).sort()];
    };
    assert.deepEqual(await load(), [1, ["aside.ts", "deep.ts", "middle.ts"]]);
    assert.deepEqual(await load(), [1, []]);
    write("deep.ts", "export const depth = 2;");
    assert.deepEqual(await load(), [2, ["deep.ts", "middle.ts"]]);
  });

  it("tries a module again that has failed", async () => {
    write("mended.ts", "throw new RangeError('not yet');");
    await assert.rejects(loader.import("./mended"), /not yet/);
    await assert.rejects(loader.import("./mended"), /not yet/);
    assert.deepEqual(compiled, ["mended.ts", "mended.ts"]);
  });

  it("ends on modules that import each other, whoever comes first", async () => {
    write("one.ts", "import { two } from './two'; export const one = () => 'one' + two();");
    write("two.ts", "import { one } from './one'; export const two = () => typeof one;");
    assert.equal(((await loader.import("./one")).one as () => string)(), "onefunction");
    const other = new ModuleLoader(folder, loader.compileModule);
    const [one, two] = await Promise.all(["./one", "./two"].map((each) => other.import(each)));
    assert.equal((one.one as () => string)(), "onefunction");
    assert.equal((two.two as () => string)(), "function");
  });

  it("gives every name of a CommonJS module, and its own default where it has one", async () => {
    write(
      "common.cjs",
      "const all = { a: 1 }; module.exports = all; for (const name of ['b']) all[name] = 2;",
    );
    write("transpiled.cjs", "exports.__esModule = true; exports.default = 7; exports['c'] = 3;");
    write("call.cjs", "module.exports = () => 5;");
    const common = await loader.import("./common.cjs");
    assert.deepEqual([common.a, common.b, common.default], [1, 2, { a: 1, b: 2 }]);
    const transpiled = await loader.import("./transpiled.cjs");
    assert.deepEqual([transpiled.default, transpiled.c], [7, 3]);
    assert.equal(((await loader.import("./call.cjs")).default as () => number)(), 5);
  });

  it("gives an ES module as it is", async () => {
    write("esm.mjs", "export default { a: 1 }; export const b = 2;");
    assert.deepEqual({ ...(await loader.import("./esm.mjs")) }, { default: { a: 1 }, b: 2 });
  });

  it("says what to install, by the package's name alone", async () => {
    for (const [specifier, name] of [
      ["no-such/deep/part.js", "no-such"],
      ["@no/such/part", "@no/such"],
    ])
      await assert.rejects(loader.import(specifier), {
        message: `Cannot find the package "${specifier}" from ${folder}. Install it there: npm install ${name}`,
      });
  });

  it("lets a package speak for itself that is there and fails", async () => {
    write("node_modules/failing/package.json", '{"name":"failing","main":"index.js"}');
    write("node_modules/failing/index.js", "throw new RangeError('its own');");
    await assert.rejects(loader.import("failing"), RangeError);
  });

  it("resolves from the file that imports", async () => {
    write("inner/lib.ts", "export const where = 'inner';");
    const importer = write("inner/user.ts", "");
    assert.equal((await loader.import("./lib", importer)).where, "inner");
  });
});

describe("imported names", () => {
  it("read the module's value at that moment, until they are assigned", () => {
    const [from, scope] = [{ count: 1 }, {} as Record<string, unknown>];
    bindImports(scope, from, { n: "count", all: "*" }, "./counter");
    from.count = 2;
    assert.deepEqual([scope.n, scope.all], [2, from]);
    scope.n = 9;
    from.count = 3;
    assert.deepEqual([scope.n, from.count], [9, 3]);
    bindImports(scope, from, { n: "count" }, "./counter");
    assert.equal(scope.n, 3);
  });

  it("that the module does not export are refused", () => {
    assert.throws(() => bindImports({}, { a: undefined }, { a: "a", b: "c" }, "./lib"), {
      name: "SyntaxError",
      message: 'The module "./lib" does not export "c".',
    });
  });
});

describe("import.meta", () => {
  it("knows its file, and resolves from it", () => {
    const file = path.resolve("/notes/with space/lib.ts");
    const meta = importMeta(file);
    assert.deepEqual([meta.filename, meta.dirname], [file, path.dirname(file)]);
    assert.equal(meta.url, pathToFileURL(file).href);
    assert.equal(meta.resolve("../a.ts"), pathToFileURL(path.resolve("/notes/a.ts")).href);
    assert.equal(meta.resolve("file:///b.ts"), "file:///b.ts");
    assert.match(importMeta(import.meta.filename).resolve("mocha"), /^file:.*node_modules\/mocha\//);
  });
});
