import assert from "node:assert/strict";
import { requireExercises } from "../../../kernel/course/requireExercises.js";
import { exerciseCell, notebookOf } from "./cells.js";

describe("exercises of a lesson", () => {
  const refused: readonly (readonly [string, Parameters<typeof exerciseCell>[2], RegExp])[] = [
    ["without points", { grade: true }, /"a" has no points\. Write a number/],
    ["with negative points", { grade: true, points: -1 }, /has no points/],
    ["of an older schema", { schema_version: 2, solution: true }, /schema version 2\. Run "nbgrader update"/],
    [
      "of Markdown, graded but no solution",
      { type: "markdown", grade: true, points: 1 },
      /both graded and a solution/,
    ],
    ["that is a task of code", { task: true, points: 1 }, /a task, which must be Markdown/],
  ];
  for (const [what, is, message] of refused)
    it(`are refused ${what}, with the file and the cell`, () => {
      assert.throws(() => requireExercises(notebookOf(exerciseCell("a", "", is)), "l.ipynb"), message);
      assert.throws(
        () => requireExercises(notebookOf(exerciseCell("a", "", is)), "l.ipynb"),
        /^DataError: l\.ipynb: /,
      );
    });

  it("are refused twice under one id, and where there are none", () => {
    const twice = notebookOf(
      exerciseCell("a", "", { solution: true }),
      exerciseCell("a", "", { solution: true }),
    );
    assert.throws(() => requireExercises(twice, "l.ipynb"), /"a" is there twice/);
    assert.throws(() => requireExercises(notebookOf(), "l.ipynb"), /nothing to release/);
  });
});
