import assert from "node:assert/strict";
import { leftOutSentence } from "../../../../kernel/aen/clips/leftOutClips.js";

describe("clips that are left out", () => {
  it("are named in one sentence, the first three with their reasons", () => {
    const some = ["a", "b", "c", "d"].map((clip) => ({ clip, reason: "it is short" }));
    assert.equal(
      leftOutSentence(some, 9),
      "4 of 9 clips are left out: a (it is short), b (it is short), c (it is short), and 1 more; `leftOut` of the set lists them.",
    );
    assert.equal(leftOutSentence(some.slice(0, 1), 9), "1 of 9 clips is left out: a (it is short).");
    assert.equal(leftOutSentence([], 9), "");
  });
});
