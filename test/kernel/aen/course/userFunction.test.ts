import assert from "node:assert/strict";
import { callUserFunction, callWithCopies, noResult } from "../../../../kernel/aen/course/userFunction.js";
import { CutShort } from "../../../../kernel/aen/host/userCode.js";

describe("a function that a student wrote", () => {
  const called = (answer: unknown) =>
    callUserFunction(
      answer,
      () => [2, 3],
      (value) => ({ read: value }),
    );

  it("is called with its inputs, and its result read", () => {
    assert.deepEqual(
      called((one: number, other: number) => one * other),
      { read: 6 },
    );
  });

  it("has a hint in place of a result where it is none, or ends with an error", () => {
    assert.deepEqual(called(6), { hint: "Give the check the function itself: its name, without ()." });
    const failing = () => {
      throw new Error("too few");
    };
    assert.deepEqual(called(failing), { hint: "Your function ends with an error: too few" });
  });

  it("passes on that it was stopped from outside", () => {
    const stopped = () => {
      throw new CutShort();
    };
    assert.throws(() => called(stopped), CutShort);
  });

  it("may change its inputs, which are copies, and gets functions as they are", () => {
    const [list, draw] = [[3, 1, 2], () => 4];
    const answer = (given: number[], drawn: () => number) => [...given.sort(), drawn()];
    const read = callWithCopies(answer, [list, draw], (value) => ({ value }));
    assert.deepEqual([read, list], [{ value: [1, 2, 3, 4] }, [3, 1, 2]]);
  });

  it("has no result yet where it returns nothing, and none at once where it is async", () => {
    assert.match(noResult(undefined)!.hint, /returns nothing yet/);
    assert.match(noResult(Promise.resolve(1))!.hint, /is async/);
    assert.equal(noResult(0), undefined);
  });
});
