import assert from "node:assert/strict";
import { checksumOf } from "../../../kernel/course/checksum.js";
import { exerciseCell } from "./cells.js";

describe("the checksum of a cell", () => {
  // From nbgrader 0.9.6: nbgrader.utils.compute_checksum of the same cells.
  const expected = {
    graded: "a4a5dec38d46855db446a111c9a4ab4d",
    "with half a point": "dc66a8b924d8f344eca1bbf5d0d8ec22",
    solution: "01b24f5025540aa07912784c98d53a6c",
    "locked text": "6abfdb8b007d9f0b1015ac0ab5514dd2",
    "free answer": "27a1db2476e29287e06e942f83beb06e",
  };
  const cells = {
    graded: exerciseCell("check-é", 'check("ä")', { grade: true, locked: true, points: 2 }),
    "with half a point": exerciseCell("half", "a\nb", { grade: true, points: 0.5 }),
    solution: exerciseCell("answer", "", { solution: true }),
    "locked text": exerciseCell("text", "# Title", { type: "markdown", locked: true }),
    "free answer": exerciseCell("free", "Your answer here", {
      type: "markdown",
      grade: true,
      solution: true,
      points: 3,
    }),
  };
  for (const [what, cell] of Object.entries(cells))
    it(`is nbgrader's: ${what}`, () =>
      assert.equal(checksumOf(cell), expected[what as keyof typeof expected]));
});
