import assert from "node:assert/strict";
import { namedTwice } from "../../../../kernel/aen/clips/namedTwice.js";

describe("names that mean the same", () => {
  it("are found by place, whatever their case and the spaces around them", () => {
    assert.deepEqual(namedTwice(["path", "Label", "x", " label"]), [1, 3]);
    assert.equal(namedTwice(["path", "label", "labels"]), null);
    assert.equal(namedTwice([]), null);
  });

  it("may be compared by another meaning", () => {
    assert.deepEqual(namedTwice(["1", "2", "1.0"], Number), [0, 2]);
  });
});
