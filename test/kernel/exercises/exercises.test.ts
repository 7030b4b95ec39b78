import assert from "node:assert/strict";
import { exercisesIn, exerciseWith } from "../../../kernel/exercises/exercises.js";
import { readNotebook } from "../../../kernel/notebook/notebookFile.js";
import { exerciseCell, smallLesson } from "../course/cells.js";

describe("the exercises of a lesson", () => {
  it("are those that lesson 6 counts, each with its answer and its check, and a free one", async () => {
    const { cells } = await readNotebook("notebooks/course/lesson-6.ipynb");
    const exercises = exercisesIn(cells);
    assert.deepEqual(
      exercises.map(({ number, points }) => [number, points]),
      [...[1, 2, 2, 4, 1, 2, 1, 4, 3, 2].map((points, i) => [`6.${i + 1}`, points]), ...[[undefined, 3]]],
    );
    assert.deepEqual(exercises[3], {
      ...{ number: "6.4", points: 4, isReadByHand: false, answers: ["answer-6-4"], check: "check-6-4" },
    });
    assert.deepEqual(exercises.at(-1), { points: 3, isReadByHand: true, answers: ["closing-6"] });
  });

  it("have the number that the check calls, or that its id ends with, or its id", () => {
    const numbers = [
      exerciseCell("check-1", 'await aen.check("6.2", f)', { grade: true, points: 1 }),
      exerciseCell("check-3-10", "f(1)", { grade: true, points: 1 }),
      exerciseCell("last", "f(1)", { grade: true, points: 1 }),
    ].map((cell) => exercisesIn([cell])[0].number);
    assert.deepEqual(numbers, ["6.2", "3.10", "last"]);
  });

  it("are found by a cell for the answer and by the check, and by no text", () => {
    const exercises = exercisesIn(smallLesson.cells);
    for (const gradeId of ["answer", "check"]) assert.equal(exerciseWith(exercises, gradeId)?.check, "check");
    for (const gradeId of ["text", undefined]) assert.equal(exerciseWith(exercises, gradeId), undefined);
  });
});
