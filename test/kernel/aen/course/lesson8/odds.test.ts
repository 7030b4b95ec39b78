import assert from "node:assert/strict";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { oddsGap } from "../../../../../kernel/aen/course/lesson8/odds.js";

describe("the exercise on equalised odds", () => {
  it("does not take a network for fair that nobody has asked", async () => {
    const { points, hint } = await checkAnswer(oddsGap, () => ({ recall: 0, falseAlarms: 0 }));
    assert.equal(points, 0);
    assert.match(hint!, /Two shares in each group/);
  });
});
