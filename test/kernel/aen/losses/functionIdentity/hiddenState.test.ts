import assert from "node:assert/strict";
import {
  functionIdentity,
  unseenByIdentity,
} from "../../../../../kernel/aen/losses/functionIdentity/functionIdentity.js";
import { hiddenGlobal, hiddenState } from "../../../../../kernel/aen/losses/functionIdentity/hiddenState.js";

class Scaled {
  readonly f: number = 2;
  readonly arrow = (x: number) => x * this.f;
  method(x: number) {
    return x * this.f;
  }
}

describe("what a function computes with besides its text and variables", () => {
  const factor = 2;
  const pattern = /a/;
  const seen = new WeakMap<object, number>();
  const proxy = new Proxy({ f: 2 }, {});
  const plain = (x: number) => x * factor;

  it("is named where the identity does not show it", () => {
    const holder = { own: (x: number) => x, short: (x: number) => plain(x) };
    const cases: [(...args: never[]) => unknown, RegExp][] = [
      [new Scaled().arrow, /uses "this"/],
      [new Scaled().method, /is a method, whose variables/],
      [plain.bind(null, 3), /bound function/],
      [Object.assign((x: number) => x, { scale: 3 }), /properties of its own \(scale\)/],
      [(x: string) => pattern.test(x), /an object \(RegExp\) that hides its state/],
      [(x: object) => seen.get(x), /an object \(WeakMap\) that hides its state/],
      [() => proxy.f, /cannot be read/],
      [() => Object.keys(globalThis).length, /reads "globalThis"/],
    ];
    for (const [fn, message] of cases) assert.match(unseenByIdentity(fn) ?? "nothing", message);
    assert.equal(unseenByIdentity(holder.own), null);
    assert.equal(unseenByIdentity(holder.short), null);
  });

  it("is nothing for functions of plain data, also where those within have a `this` of their own", () => {
    const nested = (x: number) => {
      class Inner {
        readonly f = x;
        twice() {
          return 2 * this.f;
        }
      }
      return new Inner().twice() + Math.sqrt(plain(x));
    };
    assert.deepEqual([hiddenState(nested), unseenByIdentity(nested)], [null, null]);
    assert.equal(hiddenState(Math.sqrt), null);
    assert.match(functionIdentity(nested), /^\w{64}$/);
  });

  it("is a value that code has put on globalThis, not what Node provides", () => {
    const all = globalThis as unknown as Record<string, unknown>;
    all["aenMargin"] = 2;
    try {
      assert.match(hiddenGlobal("aenMargin")!, /uses "aenMargin" of globalThis/);
    } finally {
      delete all["aenMargin"];
    }
    for (const name of ["console", "Math", "structuredClone", "Float32Array", "performance", "process"])
      assert.equal(hiddenGlobal(name), null, name);
  });
});
