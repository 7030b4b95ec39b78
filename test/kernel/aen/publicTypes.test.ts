import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { temporaryFolder } from "../../temporaryFolder.js";
import { PublicTypes } from "./publicTypes.js";

const inner = `
export interface Option { readonly of: Alias; readonly list: readonly Item[] }
export type Alias = "a" | Nested;
export interface Nested { readonly kind: "nested" }
export interface Item { method(given: Given): void }
export interface Given { readonly x: number }
export interface Inferred { readonly y: number }
export interface InObject { readonly z: number }
export interface Hidden { readonly h: number }
class Base { inherited(): Deep | null { return null; } }
export interface Deep { readonly d: number }
export class Shown extends Base { #hidden: Hidden | null = null; private readonly too: Hidden | null = null; }
export function inferred() { return { y: 1 } as Inferred; }
export const group = { make: (given: InObject) => given.z } as const;
`;

describe("the search for types that exports lead to", function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const file = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const search = (index: string) => {
    file("inner.ts", inner);
    const entry = file("index.ts", index);
    const options = {
      module: ts.ModuleKind.NodeNext,
      strict: true,
      target: ts.ScriptTarget.ES2022,
      types: [],
    };
    return new PublicTypes(ts.createProgram([entry], options), entry, folder);
  };

  it("follows options, aliases, methods, inferred results, base classes and objects of functions", () => {
    const { missing } = search(`
      import type { Option } from "./inner.js";
      export { Shown, inferred, group } from "./inner.js";
      export function take(option: Partial<Option>): void {}`);
    const names = missing.map(({ name }) => name).sort();
    assert.deepEqual(names, [
      "Alias",
      "Base",
      "Deep",
      "Given",
      "InObject",
      "Inferred",
      "Item",
      "Nested",
      "Option",
    ]);
  });

  it("takes a type as exported under another name, too", () => {
    const { missing } = search(`export { inferred, type Inferred as Result } from "./inner.js";`);
    assert.deepEqual(missing, []);
  });
});
