import assert from "node:assert/strict";
import { storable, storableData } from "../../../kernel/session/storableData.js";

const json = "application/json";
const cyclic: { inner: { self?: unknown } } = { inner: {} };
cyclic.inner.self = cyclic;

/** Forms that can be stored, and as what. */
const stored: [name: string, type: string, form: unknown, as: unknown][] = [
  ["text", "text/plain", "a", "a"],
  ["lines", "text/html", ["a\n", "b"], ["a\n", "b"]],
  ["JSON", json, { a: [1, null, "b"] }, { a: [1, null, "b"] }],
  ["JSON of a vendor", "application/vnd.vegalite.v5+json", { mark: "bar" }, { mark: "bar" }],
  ["what JSON drops", json, { a: undefined, f: () => 1, s: Symbol("s") }, {}],
  ["numbers that JSON has not", json, [NaN, Infinity], [null, null]],
  ["a date", json, { at: new Date(0) }, { at: "1970-01-01T00:00:00.000Z" }],
  ["a map", json, new Map([[1, 2]]), {}],
  ["nothing", json, () => 1, null],
  ["a value of its own", json, { toJSON: () => "own" }, "own"],
];

/** Forms that cannot, and what is said. */
const refused: [name: string, type: string, form: unknown, said: RegExp][] = [
  ["a BigInt", json, 1n, /^application\/json must be JSON, and this is not: .*BigInt/],
  ["a BigInt within", json, { rows: [{ n: 1 }, { n: 2n }] }, /and \.rows\[1\]\.n is not: .*BigInt/],
  [
    "a cycle",
    "application/vnd.a.v1+json",
    cyclic,
    /a\.v1\+json must be JSON, and .*inner.* is not: .*circular/i,
  ],
  [
    "a value that throws",
    json,
    {
      toJSON: () => {
        throw new Error("mine");
      },
    },
    /is not: mine/,
  ],
  [
    "bytes as a picture",
    "image/png",
    new Uint8Array(3),
    /^image\/png must be text: its bytes in base64, not a value of type Uint8Array/,
  ],
  ["a number as text", "text/plain", 5, /^text\/plain must be text, not a number/],
  ["an object as HTML", "text/html", {}, /^text\/html must be text, not a value of type Object/],
  ["null as SVG", "image/svg+xml", null, /^image\/svg\+xml must be text, not null/],
];

describe("what a notebook can store", () => {
  for (const [name, type, form, as] of stored)
    it(`is ${name}`, () => assert.deepEqual(storableData({ [type]: form }), { [type]: as }));

  for (const [name, type, form, said] of refused)
    it(`is not ${name}`, () =>
      assert.throws(() => storableData({ [type]: form }), { name: "TypeError", message: said }));

  it("leaves out forms that are undefined", () => {
    assert.deepEqual(storableData({ "text/plain": "a", "text/html": undefined }), { "text/plain": "a" });
  });

  it("is no bundle that is none", () => {
    for (const none of ["text", undefined, null])
      assert.throws(() => storableData(none as never), /Give what is to be shown by MIME type/);
  });

  it("holds for metadata, too", () => {
    const output = { output_type: "display_data" as const, data: {}, metadata: { n: 1n } };
    assert.throws(() => storable(output), /^TypeError: The metadata must be JSON, and \.n is not/);
  });

  it("is not copied when it is JSON as it is", () => {
    const view = { rows: [1, 2] };
    assert.equal(storableData({ [json]: view })[json], view);
  });
});
