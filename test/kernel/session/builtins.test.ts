import assert from "node:assert/strict";
import { builtinsNote, knowBuiltins, mendBuiltins } from "../../../kernel/session/builtins.js";

describe("a method of the language that a cell has replaced", () => {
  let told: string[][];
  let forget: () => void;
  beforeEach(() => {
    told = [];
    forget = knowBuiltins((names) => void told.push(names));
  });
  afterEach(() => {
    mendBuiltins();
    forget();
  });

  const broken = () => {
    throw new Error("broken");
  };
  /** Each is broken in its own way. */
  const members: readonly (readonly [string, object, PropertyKey, unknown])[] = [
    ["Array.prototype.map", Array.prototype, "map", broken],
    ["Array.prototype[Symbol(Symbol.iterator)]", Array.prototype, Symbol.iterator, broken],
    ["Promise.prototype.then", Promise.prototype, "then", () => undefined],
    ["Map.prototype.get", Map.prototype, "get", () => "other"],
    ["RegExp.prototype.exec", RegExp.prototype, "exec", null],
    ["Object.keys", Object, "keys", () => []],
    ["JSON.stringify", JSON, "stringify", () => "{}"],
    ["Symbol.for", Symbol, "for", broken],
    ["the iterator of arrays.next", Object.getPrototypeOf([][Symbol.iterator]()) as object, "next", broken],
  ];
  for (const [name, holder, key, replacement] of members)
    it(`is put back where it no longer does what it did: ${name}`, () => {
      const own = Object.getOwnPropertyDescriptor(holder, key)!;
      Object.defineProperty(holder, key, { ...own, value: replacement });
      mendBuiltins();
      assert.deepEqual(Object.getOwnPropertyDescriptor(holder, key), own);
      assert.deepEqual(told, [[name]]);
    });

  it("stays where it does the same and more, and goes back once it does not", () => {
    const { map } = Array.prototype;
    const lengths: number[] = [];
    const traced = function (this: unknown[], ...args: Parameters<typeof map>) {
      lengths[lengths.length] = this.length;
      return map.apply(this, args);
    };
    Array.prototype.map = traced as typeof map;
    mendBuiltins();
    assert.equal(Array.prototype.map, traced);
    assert.deepEqual(told, []);
    Array.prototype.map = map;
  });

  it("is put back when it was deleted", () => {
    const { trim } = String.prototype;
    Reflect.deleteProperty(String.prototype, "trim");
    mendBuiltins();
    assert.equal(String.prototype.trim, trim);
  });

  it("does not keep others from adding methods, but for those that the language acts on", () => {
    const everything = Object.prototype as { last?: unknown; then?: unknown };
    everything.last = 1;
    everything.then = () => {};
    mendBuiltins();
    assert.deepEqual([everything.last, everything.then], [1, undefined]);
    assert.deepEqual(told, [["Object.prototype.then"]]);
    delete everything.last;
  });

  it("is named in the cell: the first ones, and how many more", () => {
    assert.match(JSON.stringify(builtinsNote(["a", "b"])), /shares a, b with the cells/);
    assert.match(JSON.stringify(builtinsNote(["a", "b", "c", "d", "e"])), /shares a, b and 3 more with/);
  });
});
