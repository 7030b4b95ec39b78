import assert from "node:assert/strict";
import { internals } from "../../../../kernel/session/compiler/internals.js";
import { untypedReceiver, valuePath } from "../../../../kernel/session/compiler/valuePath.js";
import type * as ts from "typescript";
import { memoryProgram } from "./memoryProgram.js";

/** An expression, and its path. */
const paths: readonly (readonly [string, readonly string[] | undefined])[] = [
  ["a", ["a"]],
  ["a.b.c", ["a", "b", "c"]],
  ["a?.b!.c", ["a", "b", "c"]],
  ["a['b c'][0]", ["a", "b c", "0"]],
  ["(a as any).b", ["a", "b"]],
  ["a.b()", undefined],
  ["a[i]", undefined],
  ["new A().b", undefined],
  ["(await a).b", undefined],
  ["this.b", undefined],
];

/** A text with a bar at the cursor, and the untyped value whose member is typed there. */
const receivers: readonly (readonly [string, readonly string[] | undefined, boolean?])[] = [
  ["declare const v: any; v.|", ["v"]],
  ["declare const v: any; v.a.na|", ["v", "a"]],
  ["declare const v: any; v?.|", ["v"]],
  ["declare const v: any; v.|\nconst next = 1", ["v"]],
  ["declare const v: any; v['na|']", ["v"], true],
  ["declare const v: any; const { | } = v", ["v"]],
  ["declare const v: any; const { a, b| } = v.x", ["v", "x"]],
  ["unknownName.|", ["unknownName"]],
  ["declare const v: { a: 1 }; v.|", undefined],
  ["declare const v: unknown; v.|", undefined],
  ["declare const v: any; v().|", undefined],
  ["declare const v: any; v|", undefined],
  ["declare const v: any; f(v|)", undefined],
  ["declare const v: any; const { a: b| } = v", undefined],
];

describe("the path of a value", () => {
  for (const [text, expected] of paths) {
    it(`is ${expected?.join(" > ") ?? "nothing"} for ${text}`, () => {
      const { file } = memoryProgram({ "/cell.ts": text });
      const [statement] = file("/cell.ts").statements;
      assert.deepEqual(valuePath((statement as ts.ExpressionStatement).expression), expected);
    });
  }

  for (const [marked, expected, inQuotes = false] of receivers) {
    it(`of which a member is typed is ${expected?.join(" > ") ?? "nothing"}: ${marked}`, () => {
      const { checker, file } = memoryProgram({ "/cell.ts": marked.replace("|", "") });
      const token = internals.findPrecedingToken(marked.indexOf("|"), file("/cell.ts"));
      assert.deepEqual(untypedReceiver(token, checker), expected && { path: expected, inQuotes });
    });
  }
});
