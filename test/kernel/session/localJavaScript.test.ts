import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { runner, type Runner } from "./runner.js";

const files: Readonly<Record<string, string>> = {
  "node_modules/dep/index.js": "exports.named = 1; exports.call = () => 2;",
  "all.js": `#!/usr/bin/env node
    import fs, { readFileSync as read } from "node:fs";
    import dep, { named, call } from "dep";
    import data from "./data.json" with { type: "json" };
    export * from "./more.mjs";
    export { default as Klass } from "./klass.mjs";
    export * as ns from "./more.mjs";
    export const info = [typeof fs.existsSync, typeof read, named, call(), dep.named, data.a];
    export let counter = 0;
    export const up = () => ++counter;
    const waited = await Promise.resolve("waited");
    export { waited, waited as default };
    export async function* gen() { yield 1; for await (const x of [2]) yield x }
    export const lazy = async () => (await import("./more.mjs")).more;
    export const here = import.meta.url.endsWith("/all.js");
    export const early = later(); function later() { return "hoisted" }
    export const secret = new (class { #x = 4; get() { return this.#x } })().get();
    label: for (;;) { break label }`,
  "boom.mjs": "export function boom() {\n  throw new RangeError('in a module');\n}",
  "more.mjs": "export const more = 'more'; export default 5;",
  "klass.mjs": "import { kind } from './circle.mjs'; export default class Klass { kind() { return kind() } }",
  "circle.mjs": "import Klass from './klass.mjs'; export function kind() { return typeof Klass }",
  "data.json": '{"a":7}',
  "old.cjs":
    "const { existsSync } = require('fs'); module.exports = async () => [typeof existsSync, (await import('./more.mjs')).more]; module.exports.extra = require('./data.json').a;",
  "side.js": "globalThis.timesLoaded = (globalThis.timesLoaded ?? 0) + 1; export {};",
  "wrong.mjs": "export const a = 1;\nexport const = 2;",
};

/** A cell, and its value. */
const cells: readonly (readonly [string, string])[] = [
  ['import { info } from "./all.js"; info', "[ 'function', 'function', 1, 2, 1, 7 ]"],
  [
    'import whole, { waited, early, secret, here } from "./all"; [whole, waited, early, secret, here]',
    "[ 'waited', 'waited', 'hoisted', 4, true ]",
  ],
  ['import { counter, up } from "./all.js"; up(); counter', "1"],
  ['import { ns, more } from "./all.js"; [ns.default, more]', "[ 5, 'more' ]"],
  ['import { Klass } from "./all.js"; new Klass().kind()', "'function'"],
  [
    'import { gen, lazy } from "./all.js"; const got = []; for await (const v of gen()) got.push(v); [got, await lazy()]',
    "[ [ 1, 2 ], 'more' ]",
  ],
  ['import old, { extra } from "./old.cjs"; [await old(), extra]', "[ [ 'function', 'more' ], 7 ]"],
  ['import "./side.js"; import "./side"; globalThis.timesLoaded', "1"],
];

describe("local JavaScript", () => {
  const folder = temporaryFolder();
  let session: NotebookSession;
  let running: Runner;

  before(async () => {
    mkdirSync(path.join(folder, "node_modules/dep"), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
    session = await NotebookSession.start({ cwd: folder, preload: false });
    running = runner(session);
  });
  after(() => session.close());

  for (const [code, value] of cells) {
    it(`runs as Node runs it: ${code}`, async () => assert.equal(await running.value(code), value));
  }

  it("has lines of its own in traces", async () => {
    const { result } = await running.run('import { boom } from "./boom.mjs"; boom()');
    assert.deepEqual(result.error!.traceback.slice(0, 2), [
      "RangeError: in a module",
      `    at boom (${path.join(folder, "boom.mjs")}:2:9)`,
    ]);
  });

  it("is named where it cannot be parsed, or lacks what is imported", async () => {
    const wrong = await running.run('import { a } from "./wrong.mjs"');
    assert.match(wrong.result.error!.evalue, /wrong\.mjs:2:14: /);
    const missing = await running.run('import { nothing } from "./more.mjs"');
    assert.match(missing.result.error!.evalue, /"\.\/more\.mjs" does not export "nothing"/);
  });
});
