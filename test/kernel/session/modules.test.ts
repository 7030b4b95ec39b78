import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, it } from "mocha";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";
import { runner, type Runner } from "./runner.js";

describe("imports in cells", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-imports-"));
  let session: NotebookSession;
  let cells: Runner;

  function write(file: string, text: string): void {
    const whole = path.join(folder, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  }

  before(async () => {
    write(
      "node_modules/esm-only/package.json",
      '{"name":"esm-only","type":"module","exports":{".":{"import":"./main.js"},"./part":"./part.js"}}',
    );
    write(
      "node_modules/esm-only/main.js",
      "export const ready = await Promise.resolve('waited'); export default 7;",
    );
    write("node_modules/esm-only/part.js", "export const part = 'a part';");
    write("node_modules/common/package.json", '{"name":"common","main":"index.js"}');
    write(
      "node_modules/common/index.js",
      "const names = ['one']; module.exports = { twice: (n) => 2 * n }; for (const n of names) module.exports[n] = 1;",
    );
    write("numbers.json", '{"values":[1,2,3]}');
    write("deep.ts", "export const depth: number = 1;");
    write(
      "helper.ts",
      "import { depth } from './deep';\nexport interface Shape { w: number }\nexport enum Kind { A, B }\nexport const where = () => depth;\nexport function fail(): never {\n  throw new Error('in the helper');\n}\nexport default class Box { shape: Shape = { w: depth } }\nexport let count = 0;\nexport const add = () => ++count;",
    );
    write("circle-a.ts", "import { b } from './circle-b.ts'; export const a = () => 'a' + b(); ");
    write("circle-b.ts", "import { a } from './circle-a.ts'; export const b = () => typeof a;");
    session = await NotebookSession.start({ cwd: folder, preload: false, ignoreTypeErrors: true });
    cells = runner(session);
  });
  after(async () => {
    await session.close();
    rmSync(folder, { recursive: true });
  });

  it("load ES modules with top-level await and exports maps", async () => {
    assert.equal(
      await cells.value(
        "import seven, { ready } from 'esm-only'; import { part } from 'esm-only/part'; [seven, ready, part]",
      ),
      "[ 7, 'waited', 'a part' ]",
    );
  });

  it("load CommonJS by every name that it exports", async () => {
    assert.equal(
      await cells.value(
        "import { twice, one } from 'common'; import whole from 'common'; [twice(2), one, whole.one, require('common').one]",
      ),
      "[ 4, 1, 1, 1 ]",
    );
  });

  it("load JSON", async () => {
    assert.equal(await cells.value("import numbers from './numbers.json'; numbers.values"), "[ 1, 2, 3 ]");
  });

  it("load local TypeScript, with live bindings and lines of its own in traces", async () => {
    assert.equal(
      await cells.value(
        "import Box, { add, count, Kind, type Shape, where } from './helper'; add(); [new Box().shape.w, count, Kind.B, where()]",
      ),
      "[ 1, 1, 1, 1 ]",
    );
    const { result } = await cells.run("import { fail } from './helper.ts';\nfail();");
    assert.match(result.error!.traceback[1], /helper\.ts:6:9/);
  });

  it("load local files again after an edit, also of what they import", async () => {
    write("deep.ts", "export const depth: number = 22;");
    utimesSync(path.join(folder, "deep.ts"), new Date(), new Date(Date.now() + 5000));
    assert.equal(await cells.value("import { where as again } from './helper'; again()"), "22");
  });

  it("survive circles", async () => {
    assert.equal(await cells.value("import { a } from './circle-a.ts'; a()"), "'afunction'");
  });

  it("say what to install when a package is missing", async () => {
    const { result } = await cells.run("import 'no-such-package';");
    assert.match(result.error!.evalue, /npm install no-such-package/);
  });

  const names = [
    "with space",
    "größe",
    "日本",
    "a#b",
    "100%",
    "a%20b",
    "what?",
    "a+b&c=d",
    "quote'",
    "[x]{y}",
    "~",
  ];
  for (const name of names) {
    it(`load a file URL, with types: ${name}`, async () => {
      write(
        `${name}/${name}.ts`,
        `export { dot } from "./${name} native.mjs"; export const one: number = 1;`,
      );
      write(`${name}/${name} native.mjs`, "export const dot = '.';");
      write(`${name}/${name}.json`, '{"two": 2}');
      const url = (ending: string) =>
        JSON.stringify(pathToFileURL(path.join(folder, name, name + ending)).href);
      const here = await cells.value(
        `const of = (url: string) => import(url);
         const json = await of(${url(".json")});
         [(await import(${url(".ts")})).one, json.two, (await of(${url(" native.mjs")})).dot, (await of(${url("")})).dot]`,
      );
      assert.equal(here, "[ 1, 2, '.', '.' ]");
      const checked = await session.diagnostics(
        `import { one } from ${url(".ts")}; const text: string = one; const two: string = (await import(${url(".json")})).two;`,
      );
      assert.deepEqual(
        checked.filter(({ severity }) => severity === "error").map(({ message }) => message),
        Array(2).fill("Type 'number' is not assignable to type 'string'."),
      );
    });
  }

  it("say what is wrong with a URL that means no file", async () => {
    for (const url of ["file:///a%ZZ.ts", "file://elsewhere/a.ts", "file:///a%2Fb.ts"]) {
      const { result } = await cells.run(
        `const wrong: string = ${JSON.stringify(url)}; await import(wrong);`,
      );
      assert.match(result.error!.evalue, /is not a valid file URL on this machine .* pathToFileURL/);
    }
  });

  it("offer import(), import.meta, export and for await at the top of a cell", async () => {
    assert.equal(
      await cells.value(
        "export const e = (await import('esm-only')).default; const seen: number[] = []; for await (const n of [e]) seen.push(n); [seen[0], import.meta.dirname.length > 0]",
      ),
      "[ 7, true ]",
    );
  });
});
