import assert from "node:assert/strict";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { holmExercise } from "../../../../../kernel/aen/course/lesson7/holmExercise.js";
import { golden, oneAfterTheOther } from "./golden.js";

describe("lesson 7 asks for Holm's correction", () => {
  it("as statsmodels computes it", async () => {
    const { points } = await checkAnswer(holmExercise, oneAfterTheOther(golden.holm), { hidden: true });
    assert.equal(points, 3);
  });
});
