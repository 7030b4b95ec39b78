import assert from "node:assert/strict";
import { neverNamed } from "../../../kernel/metrics/neverNamed.js";

describe("classes that are never named", () => {
  it("are those that have clips and no prediction, with their clips", () => {
    const matrix = [
      [4, 0, 0],
      [3, 0, 2],
      [0, 0, 0],
    ];
    assert.deepEqual(neverNamed(matrix, ["happy", "neutral", "fear"]), [{ name: "neutral", clips: 5 }]);
  });

  it("are none where a class is named, if only wrongly, or has no clips", () => {
    const matrix = [
      [0, 2],
      [1, 0],
    ];
    assert.deepEqual(neverNamed(matrix, ["a", "b"]), []);
    assert.deepEqual(neverNamed([[0]], ["a"]), []);
  });
});
