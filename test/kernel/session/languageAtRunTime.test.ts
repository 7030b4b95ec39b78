import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { runner } from "./runner.js";

/** A text with a bar at the cursor, and all candidates (of a long list: the first). */
const completions: readonly (readonly [string, readonly string[]])[] = [
  ["data.|", ["items", "name", "n"]],
  ["data.it|", ["items"]],
  ["data.items[0].|", ["deep"]],
  ["data?.items![0]['|", ["deep", "with-dash"]],
  ["data.items[0]['with|']", ["with-dash"]],
  ["(data as any).items.len|", ["length"]],
  ["data.name.toUpper|", ["toUpperCase"]],
  ["data.n.toF|", ["toFixed"]],
  ["const { na| } = data", ["name"]],
  ["later.|", ["alpha", "beta"]],
  ["later.beta.|", []],
  ["watched.|", []],
  ["untyped.|", ["half", "lazy"]],
  ["whole.|", ["half", "lazy", "default"]],
  ["lazy.|", []],
  ["mjs.|", ["two"]],
  ["(globalThis as any).made.|", ["here"]],
  ["large.k4999|", ["k4999", ...Array.from({ length: 10 }, (_, digit) => `k4999${digit}`)]],
  ["nowhere.|", []],
  ["typed.|", ["size"]],
  ["(local: any) => local.|", []],
  ["(data: any) => data.|", []],
  ["const { items: [{ | }] } = data", ["deep"]],
  ["const { items: [{ deep: d, with| }] } = data", []],
  ["for (const { de| } of data.items) ;", ["deep"]],
  ["const { n: { toF| } } = data", ["toFixed"]],
  ["const { beta: { | } } = later", []],
  ["data.items.map((item) => item.|)", ["deep"]],
  ["counts.|", ["total", "happy"]],
  ["counts.h|", ["happy"]],
  ["counts['|']", ["total", "happy", "not sure"]],
  ["const fresh = data.items[0]; fresh.|", ["deep"]],
  ["const { items: [first] } = data; first['|", ["deep", "with-dash"]],
];

/** A text with a bar at a name, and what is said about it: a part of its signature and documentation, or nothing. */
const inspections: readonly (readonly [string, RegExp | undefined])[] = [
  ["data.ite|ms", /^any/],
  ["data.not|hing", undefined],
  ["untyped.ha|lf", /^any/],
  ["untyped.not|hing", undefined],
  ["nowh|ere", undefined],
  ["nowhere.mo|re", undefined],
  ["typed.not|hing", undefined],
  ["watched.may|be", /^any/],
  ["const f = (v) => v.may|be", /^any/],
  ["typ|ed", /^let typed: \{[^]*How it is sized/],
  ["typed.si|ze", /^\(property\) size: number\nIn pixels\.$/],
  ["old|er", /^let older: number\nFrom before\.\n@deprecated typed$/],
  ["new Face().at|(1)", /^\(method\) Face\.at\(t: number\): number\nWhere\.\n@param t in seconds$/],
  ["const o: Shape = { w|: 1 }", /^\(property\) Shape\.w: number\nIts width\.$/],
  ["Kind.A|", /Kind\.A = 0\nThe first\.$/],
];

describe("questions about values that have no type", () => {
  const folder = temporaryFolder();
  let session: NotebookSession;

  before(async () => {
    mkdirSync(path.join(folder, "node_modules/untyped"), { recursive: true });
    writeFileSync(
      path.join(folder, "node_modules/untyped/index.js"),
      "exports.half = 1; Object.defineProperty(exports, 'lazy', { enumerable: true, get() { globalThis.wasRead = true; return {}; } });",
    );
    writeFileSync(path.join(folder, "lib.mjs"), "export const two = { a: 1 };");
    session = await NotebookSession.start({ cwd: folder, preload: false });
    const cells = runner(session);
    await cells.value(`import untyped, { lazy } from "untyped"; import * as whole from "untyped"; import * as mjs from "./lib.mjs";
      const data = JSON.parse('{"items":[{"deep":1,"with-dash":2}],"name":"x","n":3}');
      let later; later = { alpha: 1, get beta() { globalThis.wasRead = true; return {}; } };
      const large: any = Object.fromEntries(Array.from({ length: 50000 }, (_, n) => ["k" + n, n]));
      const watched: any = new Proxy({}, { ownKeys() { globalThis.wasRead = true; return []; } });
      const counts: Record<string, number> & { total: number } = { happy: 3, "not sure": 1, total: 4 };
      globalThis.made = { here: 1 };`);
    await cells.value(`
      /** How it is sized. */
      let typed = {
        /** In pixels. */
        size: 1,
      };
      /** From before.
       * @deprecated typed */
      var older = 1;
      class Face {
        /** Where.
         * @param t in seconds */
        at(t: number) { return t }
      }
      interface Shape {
        /** Its width. */
        w: number
      }
      enum Kind {
        /** The first. */
        A
      }`);
  });
  after(() => session.close());

  const at = (marked: string): [string, number] => [marked.replace("|", ""), marked.indexOf("|")];

  for (const [marked, expected] of completions) {
    it(`are completed with what is there: ${marked}`, async () => {
      const { matches } = await session.complete(...at(marked));
      assert.deepEqual(
        matches.map(({ text }) => text),
        expected,
      );
    });
  }

  for (const [marked, expected] of inspections) {
    it(`are answered with what exists: ${marked}`, async () => {
      const found = await session.inspect(...at(marked));
      if (!expected) return assert.equal(found, undefined);
      assert.match([found?.signature, found?.documentation].filter(Boolean).join("\n"), expected);
    });
  }

  after(() => assert.equal((globalThis as { wasRead?: boolean }).wasRead, undefined, "no getter has run"));
});
