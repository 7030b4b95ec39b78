import assert from "node:assert/strict";
import { settle } from "../../../kernel/session/settle.js";

describe("a promise that is settled as some work", () => {
  const as = (work: () => Promise<number> | number) =>
    new Promise<number>((resolve, reject) => void settle(work, resolve, reject));

  it("has the work's value, or its error", async () => {
    assert.equal(await as(() => 1), 1);
    assert.equal(await as(async () => 2), 2);
    const wrong = new RangeError("no");
    await assert.rejects(
      as(() => Promise.reject(wrong)),
      wrong,
    );
    const thrown = as(() => {
      throw wrong;
    });
    await assert.rejects(thrown, wrong);
  });

  it("is settled also while `then` calls nobody", async () => {
    // The test runner calls `then` of what this function gives.
    await null;
    const { then } = Promise.prototype;
    const result = as(async () => 3);
    Promise.prototype.then = (() => new Promise(() => {})) as typeof then;
    try {
      assert.equal(await result, 3);
    } finally {
      Promise.prototype.then = then;
    }
  });
});
