import "../standIn/register.js";
import assert from "node:assert/strict";
import { lessonDocument, output, released } from "./lessonDocument.js";

const { cellWith, exerciseAt, lessonOf, stateIn } = await import("../../../extension/exercises/lesson.js");

describe("a lesson in VS Code", () => {
  const [text, answer, check, free] = released.cells;

  it("is a notebook for our kernel with exercises, and no other", () => {
    assert.equal(lessonOf(lessonDocument())!.exercises.length, 2);
    assert.equal(lessonOf(lessonDocument(undefined, {}, { kernelspec: { name: "python3" } })), undefined);
    const own = { ...answer, metadata: {} };
    assert.equal(lessonOf(lessonDocument([own], {}, { kernelspec: { name: "aen" } })), undefined);
  });

  it("knows its exercises by the handed out cells, also those that were deleted", () => {
    const lesson = lessonOf(lessonDocument([text, answer, free]))!;
    assert.deepEqual(lesson.changes, [{ gradeId: "check", change: "deleted" }]);
    assert.equal(exerciseAt(lesson, lesson.notebook.cellAt(1))?.check, "check");
    assert.equal(exerciseAt(lesson, lesson.notebook.cellAt(0)), undefined);
    assert.equal(cellWith(lesson, "check"), undefined);
    assert.equal(cellWith(lesson, "free"), lesson.notebook.cellAt(2));
  });

  it("has exercises, but tells of no change, where the notebook does not hold what was handed out", () => {
    const lesson = lessonOf(lessonDocument([answer, check], {}, { kernelspec: { name: "aen" } }))!;
    assert.deepEqual([lesson.exercises.length, lesson.changes], [1, []]);
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
