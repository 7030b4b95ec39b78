import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";
import { lessonDocument } from "./lessonDocument.js";

const { asked } = (await import("vscode")) as unknown as typeof standIn;
const { applyRepairs } = await import("../../../extension/exercises/lessonEdits.js");

describe("edits of a lesson", () => {
  it("are one step, in which a cell keeps the id of the one that it replaces", async () => {
    asked.edits.length = 0;
    const metadata = { nbgrader: {} };
    await applyRepairs(lessonDocument(), [
      { at: 2, removed: 1, cells: [{ id: "other", cell_type: "code", source: "a", metadata }] },
      { at: 0, removed: 0, cells: [{ id: "new", cell_type: "markdown", source: "b", metadata }] },
    ]);
    assert.equal(asked.edits.length, 1);
    const [{ sets }] = asked.edits as { sets: [unknown, { cells: object[] }[]][] }[];
    assert.deepEqual(
      sets[0][1].map(({ cells }) => ({ ...cells[0] })),
      [
        { kind: 2, value: "a", languageId: "typescript", metadata: { id: "check", metadata } },
        { kind: 1, value: "b", languageId: "markdown", metadata: { id: "new", metadata } },
      ],
    );
  });
});
