import assert from "node:assert/strict";
import {
  exerciseOf,
  isGraded,
  isLocked,
  isReadByHand,
  isSolution,
} from "../../../kernel/exercises/exerciseCell.js";
import { exerciseCell, smallLesson } from "../course/cells.js";

describe("cells of exercises", () => {
  it("are told by nbgrader's metadata, a graded one being locked whatever it says", () => {
    const kinds = smallLesson.cells.map((cell) =>
      [isGraded, isSolution, isLocked, isReadByHand].map((is) => is(cell)),
    );
    assert.deepEqual(kinds, [
      [false, false, true, false],
      [false, true, false, false],
      [true, false, true, false],
      [true, true, false, true],
    ]);
    assert.equal(isLocked(exerciseCell("a", "", { grade: true, locked: false, points: 1 })), true);
  });

  it("are none without an id, or with metadata of another shape", () => {
    for (const nbgrader of [undefined, null, 3, {}, { grade_id: 7 }])
      assert.equal(exerciseOf({ cell_type: "code", source: "", metadata: { nbgrader } }), undefined);
  });
});
