import assert from "node:assert/strict";
import type { Debugger } from "node:inspector";
import { UnreturnedCall } from "../../../kernel/session/unreturnedCall.js";

/** A frame of a call that begins, and stands, at a line. */
function frame(line: number): Debugger.CallFrame {
  const location = { scriptId: "1", lineNumber: line, columnNumber: 0 };
  return {
    callFrameId: String(line),
    functionName: "",
    url: "",
    functionLocation: location,
    location,
    scopeChain: [],
    this: { type: "undefined" },
  };
}

const stack = [frame(1), frame(2)];
const library = ["/node_modules/library/main.js"];
const nodes = ["node:zlib"];

/** How many looks it takes until a call counts as stuck; each uses some milliseconds of processor time. */
function looksUntilStuck(used: number, called: readonly string[], at = (_look: number) => stack): number {
  let now = 0;
  const call = new UnreturnedCall(() => now);
  for (let look = 1; look <= 200; look++) {
    if (call.isStuck(at(look), called)) return look;
    now += used;
  }
  return Infinity;
}

describe("a call that does not return", () => {
  it("counts as stuck after several looks, if it has computed meanwhile", () => {
    assert.equal(looksUntilStuck(100, library), 3);
    assert.equal(looksUntilStuck(20, library), 11);
  });

  it("gets more time where Node's own code is on the stack", () => {
    assert.equal(looksUntilStuck(10_000, nodes), 5);
    assert.equal(looksUntilStuck(100, [...library, ...nodes]), 6);
  });

  it("does not count as stuck because a busy machine gives it no time", () => {
    assert.ok(looksUntilStuck(0, nodes) > 30);
  });

  it("is stuck in the end even where it only waits", () => {
    assert.ok(looksUntilStuck(0, library) <= 100);
  });

  it("is not stuck if each look finds another call", () => {
    assert.equal(
      looksUntilStuck(1000, library, (look) => [frame(1), frame(look)]),
      Infinity,
    );
  });

  it("is never ended while Node tells of an object that is only half made", () => {
    assert.equal(looksUntilStuck(1000, ["node:internal/async_hooks", ...nodes]), Infinity);
  });

  it("starts anew after the thread was found elsewhere", () => {
    let now = 0;
    const call = new UnreturnedCall(() => (now += 1000));
    for (let look = 0; look < 50; look++) {
      call.forget();
      assert.equal(call.isStuck(stack, library), false);
    }
  });
});
