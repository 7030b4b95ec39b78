import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, describe, it } from "mocha";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";
import { runner, type Runner } from "./runner.js";

/** Notebooks in tslab's dialect; each prints what it has found out with `say`. */
const notebooks: Record<string, readonly string[]> = {
  "values and functions go from cell to cell": [
    "let x = 1; const f = (n: number) => n + x;",
    "x = 10;",
    "say([x, typeof f])",
  ],
  "names can be declared again, with another type": ["const a = 1", "const a = 'text'", "say(a.length)"],
  "a later cell may assign a variable of an earlier one": ["let n = 1", "n++; n += 2", "say(n)"],
  "classes can be extended in a later cell": [
    "class A { m() { return 1 } }",
    "class B extends A { k = this.m() + 1 }",
    "say(new B().k)",
  ],
  "a class can be declared again": ["class A { v = 1 }", "class A { w = 2 }", "say(Object.keys(new A()))"],
  "enums and namespaces": [
    "enum E { P = 3, Q } namespace N { export const v = E.Q }",
    "say([E.P, N.v, E[4]])",
  ],
  destructuring: [
    "const { a, ...rest } = { a: 1, b: 2, c: 3 }; const [p, , q = 9] = [1, 2]",
    "say([a, rest, p, q])",
  ],
  "interfaces and type aliases": [
    "interface P { w: number } type Q = P & { h: number }",
    "const s: Q = { w: 1, h: 2 }",
    "say(s)",
  ],
  "generics, overloads, generators": [
    "function g(n: number): number; function g(s: string): string; function g(v: any) { return v } function* ids() { yield 1; yield 2 }",
    "say([g('s'), [...ids()]])",
  ],
  "top-level await": ["const v = await Promise.resolve(5)", "say(v)"],
  imports: [
    "import * as path from 'path'; import { join } from 'path'; import os from 'os'",
    "say([path.basename('a/b'), join('a', 'b'), typeof os.cpus])",
  ],
  require: ["const p = require('path')", "say(p.sep.length)"],
  "functions are hoisted": ["const early = later(); function later() { return 4 }", "say(early)"],
  shadowing: [
    "let v = 1; const inner = (v: number) => { { let v = 5; v++ } return v * 2 }",
    "say([inner(4), v])",
  ],
  "closures see later assignments from other cells": [
    "let box = { n: 1 }; const read = () => box.n",
    "box.n = 7",
    "say(read())",
  ],
  "optional chaining, nullish, spread, templates": [
    "const o: { d?: { e: number } } = {}",
    "say([o.d?.e ?? 'none', `t${[...'ab'].length}`])",
  ],
  "decimal separators, bigint, regular expressions": [
    "const big = 1_000n",
    "say([String(big), /(?<y>\\d+)/.exec('in 42')!.groups!.y])",
  ],
};

describe("notebooks written for tslab", function () {
  this.timeout(120_000);
  let session: NotebookSession;
  let cells: Runner;

  before(async () => {
    session = await NotebookSession.start({ cwd: process.cwd(), preload: false });
    cells = runner(session);
  });
  after(() => session.close());

  it("give what tslab gives", async () => {
    const expected = await underTslab(Object.values(notebooks));
    for (const [index, [name, sources]] of Object.entries(notebooks).entries()) {
      const found: string[] = [];
      (globalThis as { said?: (value: unknown) => void }).said = (value) => found.push(JSON.stringify(value));
      for (const source of sources.map(saying)) {
        const { result } = await cells.run(source);
        assert.equal(result.status, "ok", `${name}: ${result.error?.traceback.join("\n")}`);
      }
      assert.deepEqual(found, expected[index], name);
    }
  });

  it("show by tslab's display functions", async () => {
    await cells.run("import * as tslab from 'tslab';");
    const { outputs } = await cells.run(
      "tslab.display.html('<b>x</b>'); tslab.display.png(new Uint8Array([1, 2])); const d = tslab.newDisplay(); d.text('one'); d.text('two'); typeof tslab.versions.tslab",
    );
    const shown = outputs.map((output) => ("data" in output ? [output.output_type, output.data] : []));
    assert.deepEqual(shown, [
      ["display_data", { "text/html": "<b>x</b>" }],
      ["display_data", { "image/png": "AQI=" }],
      ["display_data", { "text/plain": "one" }],
      ["update_display_data", { "text/plain": "two" }],
      ["execute_result", { "text/plain": "'string'" }],
    ]);
  });
});

function saying(source: string): string {
  return source.replace(/\bsay\(/g, "(globalThis as any).said(");
}

/** What tslab's own converter and executor make of the same cells. */
async function underTslab(sources: readonly (readonly string[])[]): Promise<string[][]> {
  const require = createRequire(import.meta.url);
  const { createConverter } = require("tslab/dist/converter.js") as { createConverter(): { close(): void } };
  const { createExecutor } = require("tslab/dist/executor.js") as {
    createExecutor(
      root: string,
      converters: object,
      console: object,
    ): { execute(code: string): Promise<boolean>; reset(): void };
  };
  const node = createConverter();
  const complaints: unknown[] = [];
  const quiet = { log() {}, error: (...args: unknown[]) => complaints.push(args) };
  const executor = createExecutor(process.cwd(), { node, browser: node, close() {} }, quiet);
  const all: string[][] = [];
  for (const notebook of sources) {
    const found: string[] = [];
    (globalThis as { said?: (value: unknown) => void }).said = (value) => found.push(JSON.stringify(value));
    executor.reset();
    for (const source of notebook.map(saying))
      assert.ok(await executor.execute(source), `tslab: ${source} ${JSON.stringify(complaints)}`);
    all.push(found);
  }
  node.close();
  return all;
}
