import assert from "node:assert/strict";
import { releaseLesson } from "../../../kernel/course/releaseLesson.js";
import { exerciseAt, gradeIdAt, lessonIn, placeOf } from "../../../kernel/exercises/lesson.js";
import { smallLesson } from "../course/cells.js";

describe("a lesson", () => {
  const { cells, metadata } = releaseLesson(smallLesson, "lesson.ipynb");
  const [text, answer, check, free] = cells;

  it("is a notebook with exercises, and no other", () => {
    assert.equal(lessonIn(cells, metadata)!.exercises.length, 2);
    assert.equal(lessonIn([{ ...answer, metadata: {} }], {}), undefined);
  });

  it("knows its exercises by the cells that were handed out, also those that were deleted", () => {
    const lesson = lessonIn([text, answer, free], metadata)!;
    assert.deepEqual(lesson.changes, [{ gradeId: "check", change: "deleted" }]);
    assert.equal(exerciseAt(lesson, 1)?.check, "check");
    assert.equal(placeOf(lesson, "check"), undefined);
  });

  it("tells of no change where the notebook does not hold what was handed out", () => {
    const lesson = lessonIn([answer, check], {})!;
    assert.deepEqual([lesson.exercises.length, lesson.changes], [1, []]);
  });

  it("has cells of exercises, and cells of none", () => {
    const own = { cell_type: "code", source: "1 + 1" };
    const lesson = lessonIn([text, own, answer, check], metadata)!;
    assert.deepEqual(
      [0, 1, 2, 9].map((at) => gradeIdAt(lesson, at)),
      ["text", undefined, "answer", undefined],
    );
    assert.deepEqual(
      [0, 1, 3].map((at) => exerciseAt(lesson, at)?.check),
      [undefined, undefined, "check"],
    );
  });

  it("counts the last of cells with the same grade_id", () => {
    assert.equal(placeOf(lessonIn([answer, check, answer], metadata)!, "answer"), 2);
    assert.equal(placeOf(lessonIn([answer, check], metadata)!, undefined), undefined);
  });
});
