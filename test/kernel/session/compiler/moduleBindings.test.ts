import assert from "node:assert/strict";
import type * as TypeScript from "typescript";
import { exportedNames, importBindings } from "../../../../kernel/session/compiler/moduleBindings.js";
import { memoryProgram } from "./memoryProgram.js";

const library = {
  "/library.ts": `export interface Shape { w: number }
    export type Size = number;
    export enum Kind { A }
    export class Box {}
    export const width = 1;
    export default function area() {}
    export namespace Types { export type T = 1 }`,
};

/** What the first import of a module brings in. */
function imported(code: string) {
  const { checker, file } = memoryProgram({ ...library, "/user.ts": code });
  return importBindings(file("/user.ts").statements[0] as TypeScript.ImportDeclaration, checker);
}

function exported(code: string) {
  const { checker, file } = memoryProgram({ ...library, "/user.ts": code });
  const source = file("/user.ts");
  const { named, reexported, starred } = exportedNames(source.statements, checker);
  return {
    named: Object.fromEntries(named.map(({ exported: name, local }) => [name, local])),
    reexported: reexported.map(({ specifier, names }) => [
      specifier.getText(source),
      ...names.map(({ exported: name, imported: theirs }) => `${theirs} as ${name}`),
    ]),
    starred: starred.map((specifier) => specifier.getText(source)),
  };
}

describe("the names that an import brings in", () => {
  it("are values, by the module's names for them", () => {
    const code = 'import area, { width, Kind as Sort, type Shape, Box } from "./library";';
    assert.deepEqual(imported(code), [
      { local: "area", imported: "default" },
      { local: "width", imported: "width" },
      { local: "Sort", imported: "Kind" },
      { local: "Box", imported: "Box" },
    ]);
    assert.deepEqual(imported('import * as all from "./library";'), [{ local: "all", imported: "*" }]);
  });

  it("leave out what turns out to be a type, also without the word", () => {
    assert.deepEqual(imported('import { Shape, Size, Types, width } from "./library";'), [
      { local: "width", imported: "width" },
    ]);
  });

  it("are none where there are only types, and the module need not be loaded", () => {
    for (const clause of ["type area", "type { Box }", "{ Shape, Size }", "type * as all"])
      assert.equal(imported(`import ${clause} from "./library";`), "elided", clause);
  });

  it("are none where the module is imported for what it does, which has to be loaded", () => {
    assert.deepEqual(imported('import "./library";'), []);
  });

  it("count as values where nobody knows the module: the run time will tell", () => {
    assert.deepEqual(imported('import whole, { part } from "unknown";'), [
      { local: "whole", imported: "default" },
      { local: "part", imported: "part" },
    ]);
  });
});

describe("the names that a module exports", () => {
  it("are those of its declarations", () => {
    const code = `export const { a, b: [c] } = source; export let d, e = 1; export function f() {}
      export class G {} export enum H { I } export namespace J { export const k = 1 } const hidden = 0;`;
    assert.deepEqual(Object.keys(exported(code).named), ["a", "c", "d", "e", "f", "G", "H", "J"]);
  });

  it("leave out types", () => {
    const code = `export interface A {} export type B = 1; export declare const c: number;
      export namespace D { export type T = 1 } export type { Shape } from "./library";
      import { Size } from "./library"; export { Size, type Kind } from "./library";`;
    assert.deepEqual(exported(code), { named: {}, reexported: [['"./library"']], starred: [] });
  });

  it("call the default by the name that holds it", () => {
    assert.deepEqual(exported("export default class Box {}").named, { default: "Box" });
    assert.deepEqual(exported("export default function () {}").named, { default: "default" });
    assert.deepEqual(exported("export default 1 + 1;").named, { default: "default" });
    assert.deepEqual(exported("const x = 1; export { x as default, x as y };").named, {
      default: "x",
      y: "x",
    });
  });

  it("come from other modules one by one, as a whole under a name, or all of them", () => {
    const code =
      'export { width as w, default } from "./library"; export * as all from "./library"; export * from "./other";';
    assert.deepEqual(exported(code), {
      named: {},
      reexported: [
        ['"./library"', "width as w", "default as default"],
        ['"./library"', "* as all"],
      ],
      starred: ['"./other"'],
    });
  });
});
