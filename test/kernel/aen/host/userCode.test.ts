import assert from "node:assert/strict";
import { callUserCode, CutShort, setUserCodeGuard } from "../../../../kernel/aen/host/userCode.js";

describe("a call of a user's function", () => {
  afterEach(() => setUserCodeGuard(undefined));

  it("gives what the function gives, and throws what it throws, where nobody guards it", () => {
    assert.equal(
      callUserCode(() => 7),
      7,
    );
    const own = new RangeError("mine");
    assert.throws(
      () =>
        callUserCode(() => {
          throw own;
        }),
      (error) => error === own,
    );
  });

  it("goes through the guard, once, as long as it is set", () => {
    const guarded: string[] = [];
    setUserCodeGuard((body) => {
      guarded.push("before");
      const value = body();
      guarded.push("after");
      return value;
    });
    assert.equal(
      callUserCode(() => guarded.push("body")),
      2,
    );
    assert.deepEqual(guarded, ["before", "body", "after"]);
    setUserCodeGuard(undefined);
    callUserCode(() => 1);
    assert.equal(guarded.length, 3);
  });

  it("ends with an error that says so where the guard has cut it short", () => {
    setUserCodeGuard(() => {
      throw new CutShort();
    });
    assert.throws(() => callUserCode(() => 1), {
      name: "CutShort",
      message: /did not return and was stopped/,
    });
  });
});
