import assert from "node:assert/strict";
import { handedOutIn, withHandedOut } from "../../../kernel/exercises/handedOut.js";
import { smallLesson } from "../course/cells.js";

describe("the cells that a lesson was handed out with", () => {
  const metadata = withHandedOut({ kept: 1 }, smallLesson.cells, new Map([["answer", "seen"]]));

  it("stand in the notebook's metadata, with the solutions that are shown", () => {
    const read = handedOutIn(JSON.parse(JSON.stringify(metadata)));
    assert.equal(metadata["kept"], 1);
    assert.deepEqual(
      read.map(({ id, cell_type, solution }) => [id, cell_type, solution]),
      [
        ["text", "markdown", undefined],
        ["answer", "code", "seen"],
        ["check", "code", undefined],
        ["free", "markdown", undefined],
      ],
    );
  });

  it("are none where the metadata are missing, of another version, or damaged", () => {
    const field = metadata["aen_lesson"] as { cells: object[] };
    const damaged = [
      ...[undefined, null, {}, { aen_lesson: 3 }, { aen_lesson: { version: 2, cells: field.cells } }],
      { aen_lesson: { version: 1, cells: "all" } },
      { aen_lesson: { version: 1, cells: [null, 1, {}, { ...field.cells[0], source: 4 }] } },
      { aen_lesson: { version: 1, cells: [{ ...field.cells[0], cell_type: "html" }] } },
      { aen_lesson: { version: 1, cells: [{ ...field.cells[0], metadata: {} }] } },
      { aen_lesson: { version: 1, cells: [{ ...field.cells[0], solution: {} }] } },
    ];
    for (const each of damaged) assert.deepEqual(handedOutIn(each), []);
  });
});
