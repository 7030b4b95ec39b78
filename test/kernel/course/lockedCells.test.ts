import assert from "node:assert/strict";
import { exerciseOf, sourceOf } from "../../../kernel/exercises/exerciseCell.js";
import { restoreCells } from "../../../kernel/course/lockedCells.js";
import { gradedLesson, releaseLesson } from "../../../kernel/course/releaseLesson.js";
import type { Notebook, NotebookCell } from "../../../kernel/notebook/notebookFile.js";
import { exerciseCell, notebookOf, smallLesson } from "./cells.js";

describe("locked cells of a submission", () => {
  const released = releaseLesson(smallLesson, "lesson.ipynb");
  const [text, answer, check, free] = released.cells;
  const answered: NotebookCell = { ...answer, source: "const add = (a: number, b: number) => a + b;" };
  const own: NotebookCell = { id: "own", cell_type: "code", source: "add(1, 1)", metadata: {}, outputs: [] };
  const idsOf = ({ cells }: Notebook) => cells.map((cell) => exerciseOf(cell)?.grade_id ?? cell.id);

  it("are restored in their places, with the hidden tests, while answers and own cells stay", () => {
    const submission = notebookOf(own, answered, { ...check, source: "2" });
    const restored = restoreCells(submission, gradedLesson(smallLesson, "lesson.ipynb"));
    assert.deepEqual(idsOf(restored), ["text", "own", "answer", "check", "free"]);
    assert.match(sourceOf(restored.cells[3]), /1 and 2\?[^]*2 and 2\?/);
    assert.equal(sourceOf(restored.cells[2]), sourceOf(answered));
  });

  it("count once: of copies the last one, and none that a student has made up", () => {
    const invented = exerciseCell("bonus", "3", { grade: true, points: 3 });
    const first = { ...answered, source: "const add = () => 0;" };
    const restored = restoreCells(notebookOf(text, first, answered, check, invented, free), released);
    assert.deepEqual(idsOf(restored), ["text", "answer", "answer", "check", "bonus", "free"]);
    const counted = restored.cells.filter((cell) => exerciseOf(cell));
    assert.deepEqual(
      counted.map((cell) => exerciseOf(cell)!.grade_id),
      ["text", "answer", "check", "free"],
    );
    assert.equal(sourceOf(counted[1]), sourceOf(answered));
  });

  it("are run by the lesson's kernel, whatever a student has set", () => {
    const submission = { ...released, metadata: { kernelspec: { name: "other", language: "python" } } };
    assert.deepEqual(
      restoreCells(submission, released).metadata["kernelspec"],
      released.metadata["kernelspec"],
    );
  });
});
