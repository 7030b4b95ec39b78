import assert from "node:assert/strict";
import { newSharedState, sharedState } from "../../../kernel/session/sharedState.js";

describe("the state that two threads share", () => {
  it("has a place for each of its numbers, all zero at first", () => {
    const places = Object.values(sharedState);
    assert.equal(new Set(places).size, places.length);
    assert.deepEqual([...newSharedState()], new Array(Math.max(...places) + 1).fill(0));
  });

  it("lies in memory that another thread sees", () => {
    assert.ok(newSharedState().buffer instanceof SharedArrayBuffer);
  });
});
