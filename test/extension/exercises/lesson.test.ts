import "../standIn/register.js";
import assert from "node:assert/strict";
import { lessonDocument, output, released } from "./lessonDocument.js";

const { cellWith, lessonOf, stateIn } = await import("../../../extension/exercises/lesson.js");

describe("a lesson in VS Code", () => {
  const [text, answer, , free] = released.cells;

  it("is a notebook for our kernel with exercises, and no other", () => {
    assert.equal(lessonOf(lessonDocument())!.exercises.length, 2);
    assert.equal(lessonOf(lessonDocument(undefined, {}, { kernelspec: { name: "python3" } })), undefined);
    const own = { ...answer, metadata: {} };
    assert.equal(lessonOf(lessonDocument([own], {}, { kernelspec: { name: "aen" } })), undefined);
  });

  it("has VS Code's cells by their grade_id", () => {
    const lesson = lessonOf(lessonDocument([text, answer, free]))!;
    assert.deepEqual(lesson.changes, [{ gradeId: "check", change: "deleted" }]);
    assert.equal(cellWith(lesson, "check"), undefined);
    assert.equal(cellWith(lesson, "free"), lesson.notebook.cellAt(2));
  });

  it("reads an exercise's state from the outputs of its check", () => {
    const state = (outputs: unknown[]) => {
      const lesson = lessonOf(lessonDocument(undefined, { check: outputs }))!;
      return stateIn(lesson, lesson.exercises[0]);
    };
    const found = { points: 2, maxPoints: 2 };
    assert.deepEqual(state([]), { state: "open" });
    assert.deepEqual(state([output("application/vnd.aen.exercise-check.v1+json", found)]), {
      ...{ state: "passed", points: 2 },
    });
    const error = output("application/vnd.code.notebook.error", { name: "Error", message: "1 and 2?" });
    assert.deepEqual(state([error]), { state: "failed", hint: "1 and 2?" });
    const damaged = { items: [{ mime: "application/vnd.aen.x+json", data: new Uint8Array([1]) }] };
    assert.deepEqual(state([damaged]), { state: "passed" });
  });
});
