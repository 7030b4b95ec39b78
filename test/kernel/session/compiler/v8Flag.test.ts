import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { underFlag } from "../../../../kernel/session/compiler/v8Flag.js";

const natives = () => new Function("return %GetOptimizationStatus(() => 1)") as () => number;

describe("a flag of V8's", () => {
  it("holds for as long as its body runs", () => {
    assert.equal(typeof underFlag("allow-natives-syntax", () => natives()()), "number");
    assert.throws(natives, SyntaxError);
  });

  it("is withdrawn after an error, which arrives", () => {
    const fail = () => {
      throw new RangeError("inside");
    };
    assert.throws(() => underFlag("allow-natives-syntax", fail), RangeError);
    assert.throws(natives, SyntaxError);
  });

  it("gives nothing where V8 does not know its syntax", () => {
    assert.equal(
      underFlag("allow-natives-syntax", () => new Function("% not a name")),
      undefined,
    );
  });
});
