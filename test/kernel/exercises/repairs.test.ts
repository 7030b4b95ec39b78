import assert from "node:assert/strict";
import fc from "fast-check";
import { releaseLesson } from "../../../kernel/course/releaseLesson.js";
import { changedCells } from "../../../kernel/exercises/changedCells.js";
import { exerciseOf, type LessonCell, sourceOf } from "../../../kernel/exercises/exerciseCell.js";
import { exercisesIn } from "../../../kernel/exercises/exercises.js";
import { handedOutIn } from "../../../kernel/exercises/handedOut.js";
import { type Repair, repairs, resets } from "../../../kernel/exercises/repairs.js";
import { smallLesson } from "../course/cells.js";

describe("repairs of a lesson", () => {
  const released = releaseLesson(smallLesson, "lesson.ipynb");
  const handedOut = handedOutIn(released.metadata);
  const [text, answer, check, free] = released.cells;
  const answered = { ...answer, source: "const add = 1;" };
  const own = { cell_type: "code", source: "1 + 1", metadata: {} };

  const repaired = (cells: readonly LessonCell[], all: readonly Repair[]): LessonCell[] =>
    all.reduce((now, { at, removed, cells: written }) => now.toSpliced(at, removed, ...written), [...cells]);
  const idsOf = (cells: readonly LessonCell[]) =>
    cells.map((cell) => exerciseOf(cell)?.grade_id ?? sourceOf(cell));

  it("are none where a student has only answered", () => {
    assert.deepEqual(repairs([text, own, answered, check, free], handedOut), []);
  });

  it("bring deleted cells back in the lesson's order, and leave answers and own cells", () => {
    const cells = [own, answered, own];
    const after = repaired(cells, repairs(cells, handedOut));
    assert.deepEqual(idsOf(after), ["text", "1 + 1", "answer", "check", "free", "1 + 1"]);
    assert.equal(sourceOf(after[2]), "const add = 1;");
  });

  it("can be of one cell alone", () => {
    const cells = [answered, { ...check, source: "2" }];
    assert.deepEqual(idsOf(repaired(cells, repairs(cells, handedOut, "free"))), ["answer", "check", "free"]);
    const after = repaired(cells, repairs(cells, handedOut, "check"));
    assert.deepEqual(after.map(sourceOf), ["const add = 1;", sourceOf(check)]);
  });

  it("let the last one of copies count", () => {
    const cells = [text, answer, answered, check, free];
    const after = repaired(cells, repairs(cells, handedOut));
    assert.deepEqual(idsOf(after), ["text", sourceOf(answer), "answer", "check", "free"]);
    assert.equal(sourceOf(after[2]), "const add = 1;");
  });

  it("make every lesson whole, whatever was deleted, changed, copied or moved", () => {
    const cell = fc.constantFrom<LessonCell>(
      ...[text, answer, answered, check, free, own],
      ...[
        { ...check, source: "2" },
        { ...text, cell_type: "raw" },
        { ...answered, cell_type: "markdown" },
      ],
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 8 }), (picked) => {
        const cells = picked.map((each) => ({ ...each }));
        const after = repaired(cells, repairs(cells, handedOut));
        assert.deepEqual(changedCells(after, released.cells), []);
        assert.equal(
          after.filter((each) => sourceOf(each) === "1 + 1").length,
          cells.filter((each) => sourceOf(each) === "1 + 1").length,
        );
      }),
    );
  });

  it("reset an exercise to its stub, its deleted cells too, without a word of the solution", () => {
    const solved = handedOut.map((cell) => ({ ...cell, solution: "a + b" }));
    const [exercise] = exercisesIn(handedOut);
    for (const cells of [
      [text, answered, check, free],
      [text, answered, free],
      [own, text, free],
    ]) {
      const after = repaired(cells, resets(cells, solved, exercise));
      assert.deepEqual(changedCells(after, released.cells), []);
      assert.equal(
        sourceOf(after.find((cell) => exerciseOf(cell)?.grade_id === "answer")!),
        sourceOf(answer),
      );
      assert.doesNotMatch(JSON.stringify(after), /a \+ b/);
    }
  });
});
