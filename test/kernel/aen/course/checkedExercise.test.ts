import assert from "node:assert/strict";
import { CheckedExercise, ExerciseError } from "../../../../kernel/aen/course/checkedExercise.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import { partlyRight } from "../../../media/examples/exercise-check.js";

describe("a checked exercise", () => {
  it("displays itself with its points as plain text, and prints as a whole", async () => {
    const checked = new CheckedExercise(partlyRight);
    assert.equal((await checked[displayMethod]())["text/plain"], "2");
    assert.match(String(checked), /Partly right, 2 of 4 points/);
    assert.deepEqual([checked.points, checked.maxPoints, checked.parts.length], [2, 4, 2]);
  });

  it("gives its error the hint, or all that it says where there is none", () => {
    assert.equal(new ExerciseError(new CheckedExercise(partlyRight)).message, partlyRight.hint);
    const { hint: _, ...silent } = partlyRight;
    assert.match(new ExerciseError(new CheckedExercise(silent)).message, /^Exercise 6\.4/);
  });
});
