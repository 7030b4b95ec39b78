import assert from "node:assert/strict";
import { checkFrameNumbers } from "../../../../kernel/aen/clips/checkFrameNumbers.js";

describe("frame numbers of a clip", () => {
  const clip = { id: "a", frameCount: 3 };

  it("are whole and within the clip, in any order, with repeats", () => {
    checkFrameNumbers([2, 0, 2], clip);
    checkFrameNumbers([], clip);
    for (const wrong of [-1, 3, 0.5, NaN])
      assert.throws(() => checkFrameNumbers([0, wrong], clip), /a has frames 0 to 2/, String(wrong));
  });
});
