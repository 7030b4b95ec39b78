import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { runner, type Runner } from "./runner.js";

const files: Readonly<Record<string, string>> = {
  "tsconfig.base.json": '{"compilerOptions":{"experimentalDecorators":true}}',
  "tsconfig.json": `{ // with a comment
    "extends": "./tsconfig.base.json",
    "compilerOptions": { "baseUrl": ".", "emitDecoratorMetadata": true, "jsx": "preserve", "lib": ["ES2020", "DOM"], "rootDirs": ["./", "./generated"],
      "paths": { "@app/*": ["src/*"], "@one": ["./src/one.ts"], "~js": ["./src/plain.js"] }, } }`,
  "package.json": `{ "name": "acme", "type": "module", "workspaces": ["packages/*"], "imports": {
    "#db": "./src/db.ts", "#lib/*": "./src/lib/*.ts", "#conf": "./conf.json", "#plain": "./src/plain.js" } }`,
  "conf.json": '{"port":80}',
  "src/one.ts":
    'import { depth } from "@app/lib/deep"; export const one = () => depth; export interface One { o: number }',
  "src/lib/deep.ts": "export const depth: number = 1;",
  "src/db.ts": 'import { one } from "@one"; export const db = () => "db" + one();',
  "src/plain.js": 'import { counter } from "./count.js"; export const plain = () => counter;',
  "src/count.js": "export const counter = 5;",
  "src/common.cjs": 'module.exports = { get: () => require("./part.cjs").part };',
  "src/part.cjs": "exports.part = 'a part';",
  "generated/made.ts": "export const made = 'by a tool';",
  "src/view.tsx": "export const View = (p: { of: number }) => <p>{p.of}</p>;",
  "src/requires.ts": 'export const part: string = require("./common.cjs").get();',
  "src/user.ts": 'import common from "./common.cjs"; export const part = (): string => common.get();',
  "packages/ui/package.json":
    '{"name":"@acme/ui","exports":{".":"./src/index.ts","./button":"./src/button.tsx"}}',
  "packages/ui/src/index.ts": 'export * from "./theme"; export { Button } from "./button";',
  "packages/ui/src/theme.ts": 'export const theme: string = "dark";',
  "packages/ui/src/button.tsx": "export const Button = (p: { label: string }) => <b>{p.label}</b>;",
  "packages/old/package.json": '{"name":"@acme/old","main":"src/index.ts"}',
  "packages/old/src/index.ts": "export enum Old { A, B }",
  "packages/js/package.json": '{"name":"@acme/js","main":"index.js"}',
  "packages/js/index.js": "exports.js = require('./dep.js').d;",
  "packages/js/dep.js": "exports.d = 1;",
  "packages/unbuilt/package.json": '{"name":"@acme/unbuilt","main":"dist/index.js","types":"src/index.ts"}',
  "packages/unbuilt/src/index.ts": "export const built: boolean = false;",
  "node_modules/react/package.json":
    '{"name":"react","exports":{".":"./index.js","./jsx-runtime":"./jsx-runtime.js"}}',
  "node_modules/react/jsx-runtime.js":
    "exports.jsx = exports.jsxs = (type, props) => ({ type, props }); exports.Fragment = 'fragment';",
  "node_modules/react/index.js": "exports.createElement = (...a) => a; exports.Fragment = 'F';",
  "node_modules/both/package.json": '{"name":"both","main":"index.js"}',
  "node_modules/both/index.js": "exports.from = 'js';",
  "node_modules/both/index.ts": "export const from: string = 'ts';",
};

/** A cell, and its value. */
const cases: readonly (readonly [string, string])[] = [
  ['import { one, type One } from "@one"; const o: One = { o: one() }; o.o', "1"],
  ['import { depth } from "@app/lib/deep"; depth.toFixed(1)', "'1.0'"],
  ['import { depth as based } from "src/lib/deep"; based', "1"],
  ['import { db } from "#db"; db()', "'db1'"],
  ['import { depth as deep } from "#lib/deep"; deep', "1"],
  ['import conf from "#conf"; conf.port', "80"],
  ['import { plain } from "#plain"; plain()', "5"],
  ['import { plain as aliased } from "~js"; aliased()', "5"],
  ['(await import("@app/one")).one()', "1"],
  ['const name = "#" + "db"; (await import(name)).db()', "'db1'"],
  ['import { made } from "./made"; made', "'by a tool'"],
  ['import { theme } from "@acme/ui"; theme', "'dark'"],
  ['import { Button } from "@acme/ui/button"; Button({ label: "on" }).props.children', "'on'"],
  ['import { Old } from "@acme/old"; Old.B', "1"],
  ['import { js } from "@acme/js"; js', "1"],
  ['require("@acme/js").js', "1"],
  ['import { built } from "@acme/unbuilt"; built', "false"],
  ['import { from } from "both"; from', "'js'"],
  [
    'import { View } from "./src/view"; const v = <View of={2} />; [typeof v.type, v.props.of]',
    "[ 'function', 2 ]",
  ],
  ['const list = <>{1}<i id="x" /></>; list.props.children[1]', "{ type: 'i', props: { id: 'x' } }"],
  [
    "/** @jsxRuntime classic */\n/** @jsx h */\nconst h = (...all: unknown[]) => all; <b>{1}</b>",
    "[ 'b', null, 1 ]",
  ],
  ["const cast = <number><unknown>3; const same = <T>(x: T) => x; same('</b>') + cast", "'</b>3'"],
  [
    `const seen: string[] = [];
     Object.assign(Reflect, { metadata: (_: string, v: unknown) => () => void seen.push(...[v].flat().map((each) => (each as Function | undefined)?.name ?? "none")) });
     class Service {}`,
    "",
  ],
  [
    "function inject(_: unknown) {} @inject class Uses { constructor(_: Service, __: number) {} } seen",
    "[ 'Service', 'Number' ]",
  ],
  [
    `function twice(_: unknown, __: string, of: PropertyDescriptor) { const once = of.value; of.value = (n: number) => 2 * once(n); }
     class Doubled { @twice same(n: number) { return n } }
     new Doubled().same(2)`,
    "4",
  ],
  ["const body = (page: Document) => page.body; typeof document", "'undefined'"],
  ["const last = [1, 2].findLast(() => true); last", "2"],
  [
    "[__dirname === import.meta.dirname, __filename === import.meta.filename, module.exports === exports]",
    "[ true, true, true ]",
  ],
  [
    '[require.resolve("both"), module.filename, module.paths[0]].every((each) => each.startsWith(__dirname))',
    "true",
  ],
];

/** A file, its new text, and a cell that must see it; the cell has run before. */
const edits: readonly (readonly [string, string, string, string])[] = [
  ["src/lib/deep.ts", "export const depth: number = 2;", '(await import("#db")).db()', "'db2'"],
  ["src/lib/deep.ts", "export const depth: number = 3;", '(await import("@one")).one()', "3"],
  ["src/count.js", "export const counter = 6;", '(await import("#plain")).plain()', "6"],
  ["src/part.cjs", "exports.part = 'new';", '(await import("./src/common.cjs")).get()', "'new'"],
  ["src/part.cjs", "exports.part = 'newer';", 'require("./src/common.cjs").get()', "'newer'"],
  ["src/part.cjs", "exports.part = 'newest';", '(await import("./src/user")).part()', "'newest'"],
  [
    "packages/ui/src/theme.ts",
    "export const theme = 'light';",
    '(await import("@acme/ui")).theme',
    "'light'",
  ],
  ["packages/js/dep.js", "exports.d = 2;", '(await import("@acme/js")).js', "2"],
  ["packages/js/dep.js", "exports.d = 3;", 'require("@acme/js").js', "3"],
  ["conf.json", '{"port":81}', '(await import("#conf")).default.port', "81"],
  [
    "src/view.tsx",
    "export const View = (p: { of: string }) => <p>{p.of}</p>;",
    'const view = (await import("./src/view")).View; view({ of: "text" }).props.children',
    "'text'",
  ],
];

describe("a notebook in a project", () => {
  const folder = temporaryFolder();
  let session: NotebookSession;
  let cells: Runner;
  let later = 0;

  function write(file: string, text: string): void {
    const whole = path.join(folder, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, text);
    utimesSync(whole, new Date(), new Date(Date.now() + 5000 * ++later));
  }

  before(async () => {
    for (const [file, text] of Object.entries(files)) write(file, text);
    mkdirSync(path.join(folder, "node_modules/@acme"));
    for (const name of ["ui", "old", "js", "unbuilt"])
      symlinkSync(
        path.join(folder, "packages", name),
        path.join(folder, "node_modules/@acme", name),
        "junction",
      );
    session = await NotebookSession.start({ cwd: folder, preload: false });
    cells = runner(session);
  });
  after(() => session.close());

  for (const [code, value] of cases) {
    it(`has its settings in cells and in what they import: ${JSON.stringify(code)}`, async () => {
      assert.equal(await cells.value(code), value);
    });
  }

  it("is checked with its types", async () => {
    const found = await session.diagnostics(
      'import { theme } from "@acme/ui"; import { depth } from "@app/lib/deep"; theme * 2; depth.length; <Button />;',
    );
    assert.deepEqual(
      found.filter(({ severity }) => severity === "error").map(({ code }) => code),
      [2362, 2339, 2741],
    );
  });

  for (const [file, text, code, value] of edits) {
    it(`gets an edit of ${file} in ${code}`, async () => {
      await cells.run(`{ ${code.replace(/^const view = /, "")} }`);
      write(file, text);
      assert.equal(await cells.value(code), value);
    });
  }

  it("says how TypeScript is loaded where require cannot", async () => {
    for (const file of ["./src/one.ts", "./src/one"]) {
      const { result } = await cells.run(`require("${file}")`);
      assert.match(
        result.error!.evalue,
        /^require cannot load TypeScript: write `await import\("\.\/src\/one/,
      );
    }
  });
});
