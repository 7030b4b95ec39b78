import assert from "node:assert/strict";
import { runningText } from "../../../../kernel/aen/host/runningText.js";

describe("the text of a function as it runs", () => {
  it("is the engine's, whatever `toString` shows to others", () => {
    const own = Function.prototype.toString;
    Function.prototype.toString = () => "shown";
    try {
      const fn = Object.assign((x: number) => x + 1, { toString: () => "mine" });
      assert.match(runningText(fn), /^\(?x\)?\s*=>\s*x\s*\+\s*1$/);
    } finally {
      Function.prototype.toString = own;
    }
  });
});
