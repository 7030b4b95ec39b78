import assert from "node:assert/strict";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { groupUars, worstGroup } from "../../../../../kernel/aen/course/lesson8/rates.js";

describe("the exercises on UAR by group", () => {
  it("find the worst group of figures that are known by hand", async () => {
    const byHand = { group: "dark", uar: 0.41, gap: 0.21 };
    const answer = (uars: Record<string, number>) =>
      uars["light"] === 0.62 ? byHand : { group: "c", uar: 0.35, gap: 0.55 };
    assert.equal((await checkAnswer(worstGroup, answer)).points, 2);
  });

  it("ask for every group", async () => {
    const { hint } = await checkAnswer(groupUars, () => ({ light: 1 }));
    assert.match(hint!, /lacks dark/);
  });
});
