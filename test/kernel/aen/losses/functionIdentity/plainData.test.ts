import assert from "node:assert/strict";
import { deserialize, serialize } from "node:v8";
import { isPlainData } from "../../../../../kernel/aen/losses/functionIdentity/plainData.js";

class Mine {
  value = 1;
}
const circle: Record<string, unknown> = { name: "circle" };
circle.self = circle;

describe("plain data", () => {
  const plain = {
    numbers: [0, -0, NaN, Infinity, 12n],
    nothing: [null, undefined],
    "nested lists and objects": { a: [{ b: ["c"] }] },
    "maps and sets": new Map<unknown, unknown>([[new Set([1]), { x: 1 }]]),
    "typed arrays": [Float32Array.of(1), new DataView(new ArrayBuffer(2)), Buffer.from("x")],
    dates: new Date(0),
    "an object without a prototype": Object.assign(Object.create(null) as object, { a: 1 }),
    "what holds itself": circle,
  };
  for (const [what, value] of Object.entries(plain)) {
    it(`is ${what}, and can be cloned`, () => {
      assert.equal(isPlainData(value), true);
      assert.doesNotThrow(() => deserialize(serialize(value)));
    });
  }

  const other = {
    functions: () => 1,
    symbols: Symbol("s"),
    "instances of classes": new Mine(),
    "a function deep inside": { a: [{ b: () => 1 }] },
    "an instance as a key": new Map([[new Mine(), 1]]),
    "an instance in a set": new Set([new Mine()]),
    promises: Promise.resolve(1),
  };
  for (const [what, value] of Object.entries(other)) {
    it(`is not ${what}`, () => assert.equal(isPlainData(value), false));
  }
});
