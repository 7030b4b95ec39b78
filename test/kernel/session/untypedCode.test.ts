import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";
import { runner, type Runner } from "./runner.js";

/** A cell, and its value. */
const runs: readonly (readonly [string, string])[] = [
  ["const sq = (v) => v * v; sq(3)", "9"],
  ["function g(a?, ...rest) { return rest.length } g(1, 2)", "1"],
  ["function d({ a, b }, [c]) { return a + b + c } d({ a: 1, b: 2 }, [3])", "6"],
  ['import jstat from "jstat"; jstat.mean([1, 3])', "2"],
  ['import * as all from "jstat"; all.mean([1, 3])', "2"],
  ['import { half } from "./local.cjs"; half(3)', "1.5"],
  ['import { half as again } from "./common"; again(5)', "2.5"],
  ['const lib = await import("./lib.mjs"); lib.two', "2"],
  ['const name = "./lib" + ".mjs"; (await import(name)).two', "2"],
  ['const common = require("./common.js"); common.half(1)', "0.5"],
  ["function F() { this.x = 1 } new F().x", "1"],
  ['const table = { a: 1 }; const key = "a" as string; table[key]', "1"],
  ["const tags = {} as { [k: number]: number }; tags[String(1)]", ""],
  ["let best; best = 3; best", "3"],
  ["class P { x; constructor(v) { this.x = v } set s(v) { this.x = v } } new P(4).x", "4"],
  ["const rec = () => other(); function other() { return globalThis ? 1 : rec() } other()", "1"],
  ["globalThis.made = 3; globalThis.made", "3"],
  ["interface I { (a): void; b; c(x) } 1", "1"],
  ["function* gen() { const x = yield 1; return x } [...gen()]", "[ 1 ]"],
  ["[1, 2].map(function (v) { return this })[0]", ""],
  ["const { u, ...others } = JSON.parse('{\"u\":1}'); u", "1"],
  ["let text = ''; try { throw new TypeError() } catch (e) { text = e.name } text", "'TypeError'"],
  ["// @ts-nocheck\nconst t: string = 3; t", "3"],
  ["/* of tslab */\n// @ts-nocheck\nconst o = {}; o.x = 1; o.x", "1"],
  ["// @ts-nocheck\ntypeof nowhere", "'undefined'"],
];

/** A cell, and the number of the error that keeps it from running. */
const stops: readonly (readonly [string, number])[] = [
  ['const s: string = 3; globalThis["ran"] = true', 2322],
  ["missing + 1", 2304],
  ['import nothing from "no-such-package"', 2307],
  ["const o2 = {}; o2.x = 1", 2339],
  ["const f = (n: number) => n; f('a')", 2345],
  ["await import(3)", 7036],
  ["const late = 1; // @ts-nocheck\nconst w: string = 3", 2322],
  ["// @ts-nocheck\nconst = 1", 1134],
];

describe("code without types", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-untyped-"));
  let session: NotebookSession;
  let cells: Runner;

  before(async () => {
    const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
    mkdirSync(path.join(folder, "node_modules/jstat"), { recursive: true });
    write("node_modules/jstat/package.json", '{"name":"jstat","main":"main.js"}');
    write("node_modules/jstat/main.js", "exports.mean = (a) => a.reduce((x, y) => x + y) / a.length;");
    for (const name of ["local.cjs", "common.js"]) write(name, "exports.half = (n) => n / 2;");
    write("lib.mjs", "export const two = 2;");
    session = await NotebookSession.start({ cwd: folder, preload: false });
    cells = runner(session);
  });
  after(async () => {
    await session.close();
    rmSync(folder, { recursive: true });
  });

  for (const [code, value] of runs) {
    it(`runs, and nothing is printed: ${JSON.stringify(code)}`, async () => {
      const { result, outputs } = await cells.run(code);
      assert.equal(result.status, "ok", JSON.stringify(outputs));
      const shown = outputs.map((each) =>
        each.output_type === "execute_result" ? each.data["text/plain"] : JSON.stringify(each),
      );
      assert.equal(shown.join(), value);
    });
  }

  for (const [code, number] of stops) {
    it(`stops with error ${number}: ${JSON.stringify(code)}`, async () => {
      const { result } = await cells.run(code);
      assert.equal(result.status, "error");
      assert.match(result.error!.traceback[0], new RegExp(`error TS${number}:`));
    });
  }

  it("is a hint in the editor, and no error", async () => {
    const found = await session.diagnostics('import jstat2 from "jstat"; const cube = (v) => v * v * v;');
    assert.deepEqual(
      found.map(({ code, severity }) => [code, severity]),
      [
        [7016, "suggestion"],
        [7006, "suggestion"],
      ],
    );
    assert.deepEqual(await session.diagnostics("// @ts-nocheck\nconst t: string = 3;"), []);
  });
});
