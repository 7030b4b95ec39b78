import assert from "node:assert/strict";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { pairedT, seedInterval } from "../../../../../kernel/aen/course/lesson7/seeds.js";
import { golden, oneAfterTheOther } from "./golden.js";

describe("lesson 7 asks of seeds what scipy computes", () => {
  it("its interval is that of Student's t", async () => {
    const { points } = await checkAnswer(seedInterval, oneAfterTheOther(golden.intervals), { hidden: true });
    assert.equal(points, 2);
  });

  it("its t is that of ttest_rel", async () => {
    const { points } = await checkAnswer(pairedT, oneAfterTheOther(golden.pairs), { hidden: true });
    assert.equal(points, 2);
  });
});
