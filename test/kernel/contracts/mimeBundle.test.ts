import assert from "node:assert/strict";
import { displayMethod, isDisplayable } from "../../../kernel/contracts/mimeBundle.js";

describe("a value that defines its own display", () => {
  it("has the method that Deno's Jupyter kernel calls", () => {
    assert.equal(Symbol.keyFor(displayMethod), "Jupyter.display");
    assert.ok(isDisplayable({ [Symbol.for("Jupyter.display")]: () => ({ "text/plain": "shown" }) }));
  });

  it("may be an instance of a class or a function", () => {
    class Shown {
      [displayMethod]() {
        return {};
      }
    }
    assert.ok(isDisplayable(new Shown()));
    assert.ok(isDisplayable(Object.assign(() => {}, { [displayMethod]: () => ({}) })));
    assert.equal(isDisplayable(Shown), false, "the class itself has no such method");
  });

  it("is none where there is no such method", () => {
    const none = [undefined, null, "", 0, true, Symbol("x"), {}, [], () => {}, Object.create(null)];
    for (const value of none) assert.equal(isDisplayable(value), false);
    assert.equal(isDisplayable({ [displayMethod]: { "text/plain": "no method" } }), false);
  });
});
