import assert from "node:assert/strict";
import {
  cellScriptName,
  handOver,
  handOverScript,
  isCellScript,
} from "../../../kernel/session/cellScripts.js";

describe("scripts of cells", () => {
  it("are told by their name from all others", () => {
    for (const count of [0, 1, 12_345]) assert.equal(isCellScript(cellScriptName(count)), true);
    const others = ["", "Cell []", "Cell [x]", " Cell [1]", "Cell [1]:2", "/notes/Cell [1]", handOverScript];
    for (const name of others) assert.equal(isCellScript(name), false, name);
  });

  it("are called through a frame that tells whose code runs, made by `new Function` or not", () => {
    const stack = handOver(new Function("return new Error().stack") as () => string, undefined, []);
    const frames = stack.split("\n").filter((line) => line.includes(handOverScript));
    assert.equal(frames.length, 1);
  });

  it("get what they were to be called with, and may return or throw what they like", () => {
    const called = handOver(
      function (this: unknown, ...args) {
        return [this, ...args];
      },
      "self",
      [1, undefined],
    );
    assert.deepEqual(called, ["self", 1, undefined]);
    const boom = new Error("boom");
    assert.throws(
      () =>
        handOver(
          () => {
            throw boom;
          },
          undefined,
          [],
        ),
      boom,
    );
  });
});
