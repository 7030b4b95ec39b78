import assert from "node:assert/strict";
import { releaseLesson } from "../../../kernel/course/releaseLesson.js";
import { changedCells } from "../../../kernel/exercises/changedCells.js";
import { sourceOf } from "../../../kernel/exercises/exerciseCell.js";
import type { NotebookCell } from "../../../kernel/notebook/notebookFile.js";
import { exerciseCell, smallLesson } from "../course/cells.js";

describe("cells that a student must not change", () => {
  const released = releaseLesson(smallLesson, "lesson.ipynb");
  const [text, answer, check, free] = released.cells;
  const answered: NotebookCell = { ...answer, source: "const add = (a: number, b: number) => a + b;" };
  const own: NotebookCell = { id: "own", cell_type: "code", source: "add(1, 1)", metadata: {}, outputs: [] };

  it("are as they were where a student has only answered and added cells", () => {
    assert.deepEqual(changedCells([text, answered, own, check, free], released.cells), []);
  });

  it("are found changed, deleted or there twice", () => {
    const weaker = { ...check, source: "" };
    const copied = structuredClone(check);
    assert.deepEqual(changedCells([answered, weaker, free], released.cells), [
      { gradeId: "text", change: "deleted" },
      { gradeId: "check", change: "changed" },
    ]);
    assert.deepEqual(changedCells([text, answered, check, copied, free], released.cells), [
      { gradeId: "check", change: "there twice" },
    ]);
  });

  it("are found changed where a student gives a check more points, or makes it a solution", () => {
    const richer = exerciseCell("check", sourceOf(check), { grade: true, locked: true, points: 99 });
    const opened = exerciseCell("check", sourceOf(check), { grade: true, solution: true, points: 2 });
    for (const cell of [richer, opened])
      assert.deepEqual(changedCells([text, answered, cell, free], released.cells), [
        { gradeId: "check", change: "changed" },
      ]);
  });
});
