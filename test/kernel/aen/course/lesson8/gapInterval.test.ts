import assert from "node:assert/strict";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { gapInterval } from "../../../../../kernel/aen/course/lesson8/gapInterval.js";

describe("the exercise on the interval of a gap", () => {
  it("refuses an interval that does not come from draws", async () => {
    const { points, hint } = await checkAnswer(gapInterval, () => ({ low: 0.1, high: 0.1 }));
    assert.equal(points, 0);
    assert.match(hint!, /no width/);
  });
});
