import assert from "node:assert/strict";
import { callFunction, nothingYet } from "../../../../../kernel/aen/course/lesson8/calledFunction.js";

describe("calling an answer with plain values", () => {
  it("gives its value, and hands over copies that it may change", () => {
    const given = [3, 1, 2];
    assert.deepEqual(
      callFunction((list: number[]) => list.sort(), [given]),
      { value: [1, 2, 3] },
    );
    assert.deepEqual(given, [3, 1, 2]);
  });

  it("says why there is no value", () => {
    const hint = (answer: unknown) => (callFunction(answer, []) as { hint: string }).hint;
    assert.match(hint(7), /the function itself/);
    assert.equal(
      hint(() => undefined),
      nothingYet,
    );
    assert.match(
      hint(async () => 7),
      /async/,
    );
    assert.match(
      hint(() => {
        throw new Error("too few");
      }),
      /ends with an error: too few/,
    );
  });
});
