import assert from "node:assert/strict";
import { internals } from "../../../../kernel/session/compiler/internals.js";
import { untypedReceiver } from "../../../../kernel/session/compiler/untypedReceiver.js";
import { memoryProgram } from "./memoryProgram.js";

/** A text with a bar at the cursor, and the untyped value whose member is typed there. */
const receivers: readonly (readonly [string, readonly string[] | undefined, boolean?, boolean?])[] = [
  ["declare const v: any; v.|", ["v"]],
  ["declare const v: any; v.a.na|", ["v", "a"]],
  ["declare const v: any; v?.|", ["v"]],
  ["declare const v: any; v.|\nconst next = 1", ["v"]],
  ["declare const v: any; v['na|']", ["v"], true],
  ["declare const v: any; const { | } = v", ["v"]],
  ["declare const v: any; const { a, b| } = v.x", ["v", "x"]],
  ["declare const v: any; const { a: { | } } = v", ["v", "a"]],
  ["declare const v: any; const { a: { b| } } = v", ["v", "a"]],
  ["declare const v: any; const { a: { b, | } } = v", ["v", "a"]],
  ["declare const v: any; const { a: { b: [{ c| }] } } = v.x", ["v", "x", "a", "b", "0"]],
  ["declare const v: any; const { a|: { b } } = v", ["v"]],
  ["declare const v: any; const { 'a|': b } = v", ["v"], true],
  ["declare const v: any; for (const { a| } of v) ;", ["v", "0"]],
  ["declare const v: { a: any }; const { a: { | } } = v", ["v", "a"]],
  ["declare const v: any; const w = v.a; w.|", ["v", "a"]],
  ["unknownName.|", ["unknownName"]],
  ["declare const v: { [name: string]: 1 }; v.|", ["v"], false, true],
  ["declare const v: { [name: string]: 1 }; v['|']", ["v"], true, true],
  ["declare const v: { a?: { [name: string]: 1 } }; const { a: { | } = {} } = v", ["v", "a"], false, true],
  ["declare const v: { [index: number]: 1 }; v.|", undefined],
  ["declare const v: { a: 1 }; v.|", undefined],
  ["declare const v: { a: { b: 1 } }; const { a: { | } } = v", undefined],
  ["declare const v: unknown; v.|", undefined],
  ["declare const v: any; v().|", undefined],
  ["declare const v: any; v|", undefined],
  ["declare const v: any; f(v|)", undefined],
  ["declare const v: any; const { a: b| } = v", undefined],
  ["declare const v: any; const { a = | } = v", undefined],
  ["declare const v: any; const { ...a| } = v", undefined],
  ["declare const v: any; const [a|] = v", undefined],
  ["declare const v: any; (v: any) => v.|", undefined],
];

describe("the untyped value of which a member is typed", () => {
  for (const [marked, expected, inQuotes = false, isIndexed] of receivers) {
    it(`is ${expected?.join(" > ") ?? "nothing"}: ${marked}`, () => {
      const { checker, file } = memoryProgram({ "/cell.ts": marked.replace("|", "") });
      const token = internals.findPrecedingToken(marked.indexOf("|"), file("/cell.ts"));
      assert.deepEqual(
        untypedReceiver(token, checker),
        expected && { path: expected, inQuotes, ...(isIndexed && { isIndexed }) },
      );
    });
  }
});
