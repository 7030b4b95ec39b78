import assert from "node:assert/strict";
import { inspect, promisify } from "node:util";
import { replaceMethod, standIn, withNativeText } from "../../../kernel/session/standIn.js";

describe("a function that stands in for another", () => {
  it("does what it does, and looks like the other", () => {
    const double = standIn(setTimeout, ((n: number) => 2 * n) as never) as unknown as (n: number) => number;
    assert.equal(double(4), 8);
    assert.equal(inspect(double), inspect(setTimeout));
    assert.equal(double.length, setTimeout.length);
    const custom = (fn: unknown) => (fn as Record<symbol, unknown>)[promisify.custom];
    assert.equal(custom(double), custom(setTimeout));
    assert.equal(String(double), "function () { [native code] }");
  });

  it("may have a name alone", () => {
    const ask = withNativeText("ask", (question: string) => `${question}?`);
    assert.deepEqual(
      [ask("a"), inspect(ask), String(ask)],
      ["a?", "[Function: ask]", "function () { [native code] }"],
    );
  });
});

describe("a method that is replaced", () => {
  class Greeter {
    constructor(readonly name: string) {}
    greet(): string {
      return `I am ${this.name}`;
    }
  }

  it("is not listed where it is inherited, and is inherited again afterwards", () => {
    const greeter = new Greeter("a");
    const restore = replaceMethod(greeter as Pick<Greeter, "greet">, "greet", () => "replaced");
    assert.equal(greeter.greet(), "replaced");
    assert.deepEqual(Object.keys(greeter), ["name"]);
    restore();
    assert.deepEqual([greeter.greet(), Object.hasOwn(greeter, "greet")], ["I am a", false]);
  });

  it("is listed as before where it is the object's own, and is the same again afterwards", () => {
    const own = { greet: () => "own" };
    const before = Object.getOwnPropertyDescriptor(own, "greet");
    const restore = replaceMethod(own, "greet", () => "replaced");
    assert.deepEqual([own.greet(), Object.keys(own)], ["replaced", ["greet"]]);
    restore();
    assert.deepEqual(Object.getOwnPropertyDescriptor(own, "greet"), before);
  });

  it("stays with whoever has replaced it since", () => {
    const own = { greet: () => "own" };
    const restore = replaceMethod(own, "greet", () => "replaced");
    own.greet = () => "user's";
    restore();
    assert.equal(own.greet(), "user's");
  });
});
