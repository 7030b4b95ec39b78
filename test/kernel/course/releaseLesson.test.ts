import assert from "node:assert/strict";
import { checksumOf } from "../../../kernel/course/checksum.js";
import { exerciseOf, sourceOf } from "../../../kernel/exercises/exerciseCell.js";
import {
  gradedLesson,
  pointsOfLesson,
  releaseLesson,
  type ShownSolutions,
} from "../../../kernel/course/releaseLesson.js";
import { changedCells } from "../../../kernel/exercises/changedCells.js";
import { handedOutIn } from "../../../kernel/exercises/handedOut.js";
import { exerciseCell, notebookOf, smallLesson } from "./cells.js";

describe("the students' version of a lesson", () => {
  const released = releaseLesson(smallLesson, "lesson.ipynb");
  const [text, answer, check, free] = released.cells;

  it("has stubs in place of solutions, and no hidden tests", () => {
    assert.equal(sourceOf(answer), "function add(a: number, b: number) {\n  // Your code here\n}");
    assert.equal(sourceOf(check), 'if (Number(add(1, 2)) !== 3) throw new Error("1 and 2?");');
    assert.equal(sourceOf(free), "Your answer here");
    assert.doesNotMatch(JSON.stringify(released), /SOLUTION|HIDDEN|2 and 2|What it does/);
  });

  it("holds its exercises' cells to restore them from, and the solutions that students may see alone", () => {
    const kept = handedOutIn(released.metadata);
    assert.deepEqual(kept.map(sourceOf), released.cells.map(sourceOf));
    assert.deepEqual(changedCells(kept, released.cells), []);
    const solution = (shown: ShownSolutions) =>
      handedOutIn(releaseLesson(smallLesson, "lesson.ipynb", shown).metadata).map((cell) => cell.solution);
    const add = "function add(a: number, b: number) {\n  return a + b;\n}";
    assert.deepEqual(solution("all"), [undefined, add, undefined, "What it does."]);
    assert.deepEqual(solution(["check"]), [undefined, add, undefined, undefined]);
    assert.throws(() => solution(["7.1"]), /there is no exercise "7\.1"; there are check\./);
  });

  it("has no outputs", () => {
    const outputs = [{ output_type: "stream" as const, name: "stdout" as const, text: "3" }];
    const ran = notebookOf(
      ...smallLesson.cells.map((cell) =>
        cell.cell_type === "code" ? { ...cell, outputs, execution_count: 4 } : cell,
      ),
    );
    for (const cell of releaseLesson(ran, "lesson.ipynb").cells)
      if (cell.cell_type === "code") assert.deepEqual([cell.outputs, cell.execution_count], [[], null]);
  });

  it("cannot be deleted where it counts, nor edited where it is locked", () => {
    const rights = [text, answer, check, free].map(({ metadata }) => [
      metadata["deletable"],
      metadata["editable"],
    ]);
    assert.deepEqual(rights, [
      [false, false],
      [false, undefined],
      [false, false],
      [false, undefined],
    ]);
  });

  it("carries the checksum of what students get, and not of the lecturer's text", () => {
    for (const cell of released.cells) assert.equal(exerciseOf(cell)!.checksum, checksumOf(cell));
    const graded = gradedLesson(smallLesson, "lesson.ipynb").cells[2];
    assert.match(sourceOf(graded), /2 and 2/);
    assert.notEqual(exerciseOf(graded)!.checksum, exerciseOf(check)!.checksum);
  });

  it("is refused where a solution or a hidden test stands in a cell that is none", () => {
    const solution = notebookOf(exerciseCell("a", "// BEGIN SOLUTION\n// END SOLUTION", { locked: true }));
    assert.throws(
      () => releaseLesson(solution, "l.ipynb"),
      /l\.ipynb: the cell "a": it has a solution, but is not marked/,
    );
    const hidden = notebookOf(
      exerciseCell("a", "// BEGIN HIDDEN TESTS\n// END HIDDEN TESTS", { locked: true }),
    );
    assert.throws(() => releaseLesson(hidden, "l.ipynb"), /"a": it has hidden tests, but is not graded/);
  });

  it("is worth what its checks give, and what a person gives", () => {
    assert.deepEqual(pointsOfLesson(smallLesson), { checked: 2, byHand: 3 });
  });
});
