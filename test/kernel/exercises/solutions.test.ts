import assert from "node:assert/strict";
import { releaseLesson } from "../../../kernel/course/releaseLesson.js";
import { type Lesson, lessonIn } from "../../../kernel/exercises/lesson.js";
import { shownSolution, solutionsOf } from "../../../kernel/exercises/solutions.js";
import { smallLesson } from "../course/cells.js";

describe("solutions that the lecturer shows", () => {
  const { cells, metadata } = releaseLesson(smallLesson, "lesson.ipynb", ["check"]);
  const lesson: Lesson = lessonIn(cells, metadata)!;
  const [add, closing] = lesson.exercises;

  it("are those that were handed out, and no other", () => {
    const [{ isCode, solution }] = solutionsOf(lesson, add);
    assert.equal(isCode, true);
    assert.match(solution, /return a \+ b/);
    assert.deepEqual(solutionsOf(lesson, closing), []);
  });

  it("are put below the answer as a text", () => {
    const { at, removed, cells: written } = shownSolution(lesson, add, "en");
    assert.deepEqual([at, removed, written.length, written[0].cell_type], [2, 0, 1, "markdown"]);
    assert.match(written[0].source, /^\*\*Solution\*\*\n\n```ts\n[^]*return a \+ b;[^]*```$/);
  });

  it("come last where the answer was deleted", () => {
    const without = lessonIn([cells[0], cells[2]], metadata)!;
    assert.equal(shownSolution(without, add, "de").at, 2);
  });

  it("are refused where they were not handed out", () => {
    assert.throws(() => shownSolution(lesson, closing, "en"), /was not handed out/);
  });
});
