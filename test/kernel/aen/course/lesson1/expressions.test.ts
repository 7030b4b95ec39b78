import assert from "node:assert/strict";
import "../../../../../kernel/engine/tensorflow.js";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { sentimentShares, smile } from "../../../../../kernel/aen/course/lesson1/expressions.js";
import { actionUnitNumbers } from "../../../../../kernel/aen/synthetic/actionUnits.js";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";

describe("lesson 1 asks for AEN's own groups and units", () => {
  it("its sentiments are those of DFEW's label set", async () => {
    const answer = (shares: number[]) =>
      ["Positive", "Neutral", "Negative"].map((name) => {
        const group = dfewLabels.groups.find((each) => each.name === name)!;
        return group.emotions.reduce((sum, emotion) => sum + shares[emotion], 0);
      });
    assert.equal((await checkAnswer(sentimentShares, answer, { hidden: true })).points, 2);
  });

  it("its smile is made of units that are drawn", async () => {
    const strong = Object.fromEntries(Object.keys(actionUnitNumbers).map((unit) => [unit, 1]));
    assert.match((await checkAnswer(smile, strong)).hint!, /take "innerBrowRaiser" away/);
    const both = { cheekRaiser: actionUnitNumbers.cheekRaiser / 6, lipCornerPuller: 1 };
    assert.equal((await checkAnswer(smile, both)).points, 2);
  });
});
