import assert from "node:assert/strict";
import { lacks, membersOf, valueAt } from "../../../kernel/session/membersAtRunTime.js";
import { ownGetter } from "../../../kernel/session/ownGetters.js";

const boom = (): never => {
  throw new Error("code of the user's has run");
};

class Base {
  inherited(): void {}
  get lazy(): unknown {
    return boom();
  }
}
class Derived extends Base {
  own = 1;
}

const traps = new Proxy(
  {},
  { get: boom, getPrototypeOf: boom, ownKeys: boom, getOwnPropertyDescriptor: boom },
);

/** Values, and members that they have; what else they have does not matter. */
const values: readonly (readonly [string, unknown, readonly string[]])[] = [
  ["an object", { a: 1, "b c": 2 }, ["a", "b c"]],
  ["an instance", new Derived(), ["own", "inherited", "lazy"]],
  ["a class", Derived, ["prototype", "name"]],
  ["a list", [1, 2], ["length", "map"]],
  ["a long list", new Array(100_000).fill(0), ["length", "map"]],
  ["bytes", new Uint8Array(1e6), ["set", "subarray", "byteLength"]],
  ["a text", "text", ["toUpperCase", "length"]],
  ["a number", 1, ["toFixed"]],
  ["a map", new Map(), ["get", "size"]],
  ["a function", () => 1, ["call", "bind"]],
  ["a date", new Date(), ["getTime"]],
  ["an object without prototype", Object.assign(Object.create(null), { x: 1 }), ["x"]],
  ["a child of a proxy", Object.create(traps, { x: { value: 1 } }), ["x"]],
  [
    "an object with getters",
    {
      get a() {
        return boom();
      },
      b: 1,
    },
    ["a", "b"],
  ],
];

describe("the members of a value at run time", () => {
  for (const [name, value, members] of values) {
    it(`of ${name} are found without running anything`, () => {
      const found = membersOf(value).map(({ text }) => text);
      for (const member of members) assert.ok(found.includes(member), `${member} of ${found}`);
      assert.ok(!found.includes("constructor") && !found.includes("hasOwnProperty") && found.length < 200);
      assert.equal(new Set(found).size, found.length);
    });
  }

  for (const value of [null, undefined, traps, Object.create(null)]) {
    it(`of ${value === traps ? "a proxy" : JSON.stringify(value)} are none`, () => {
      assert.deepEqual(membersOf(value), []);
    });
  }

  it("are methods where they are functions", () => {
    assert.deepEqual(
      membersOf({
        a: 1,
        b() {},
        get c() {
          return boom();
        },
      }),
      [
        { text: "a", kind: "property" },
        { text: "b", kind: "method" },
        { text: "c", kind: "property" },
      ],
    );
  });

  const inner = {
    deep: { x: 1 },
    get user() {
      return boom();
    },
  };
  const scope = Object.create(null, {
    data: { value: { list: [inner], none: null }, enumerable: true },
    bound: { get: ownGetter(() => inner.deep, { object: inner, name: "deep" }) },
    lazy: { get: ownGetter(() => boom(), { object: inner, name: "user" }) },
    ours: { get: ownGetter(() => inner) },
    notYet: { get: ownGetter(() => boom()) },
    trap: { value: traps },
  }) as object;
  const paths: readonly (readonly [readonly string[], unknown])[] = [
    [["data", "list", "0", "deep", "x"], 1],
    [["data", "list", "length"], 1],
    [["data", "none"], null],
    [["bound", "x"], 1],
    [["ours", "deep", "x"], 1],
    [["globalThis", "Math", "E"], Math.E],
    [["Math", "PI"], Math.PI],
    [["data", "list", "0", "toString"], Object.prototype.toString],
  ];
  for (const [path, value] of paths) {
    it(`are followed along ${path.join(" > ")}`, () => assert.deepEqual(valueAt(scope, path), { value }));
  }

  const blocked = [
    ["data", "none", "x"],
    ["nowhere"],
    ["ours", "user"],
    ["lazy"],
    ["notYet"],
    ["trap", "x"],
    [],
  ];
  for (const path of blocked) {
    it(`are not followed along ${path.join(" > ") || "nothing"}`, () =>
      assert.equal(valueAt(scope, path), undefined));
  }

  it("that are missing are told from those that may be there", () => {
    assert.equal(lacks({ a: 1 }, "b"), true);
    assert.equal(lacks(null, "b"), true);
    for (const name of ["a", "toString", "constructor"]) assert.equal(lacks({ a: 1 }, name), false, name);
    assert.equal(lacks(traps, "b"), false);
    assert.equal(lacks(new Derived(), "lazy"), false);
  });
});
