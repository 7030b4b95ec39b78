import assert from "node:assert/strict";
import { cellWith, lessonOf, stateIn } from "../../../../media/jupyterlab/exercises/openLesson.js";
import { fakeNotebook, released } from "./fakeNotebook.js";

describe("a lesson in JupyterLab", () => {
  const [text, answer, , free] = released.cells;

  it("is a released notebook, or one for our kernel, with exercises", () => {
    const { aen_lesson } = released.metadata;
    const other = { kernelspec: { name: "mine" } };
    const lessons = [released.metadata, { kernelspec: { name: "aen" } }, { ...other, aen_lesson }];
    for (const metadata of lessons)
      assert.equal(lessonOf(fakeNotebook(undefined, [], metadata))!.exercises.length, 2);
    assert.equal(lessonOf(fakeNotebook(undefined, [], other)), undefined);
    assert.equal(lessonOf({ ...fakeNotebook(), model: null }), undefined);
  });

  it("has JupyterLab's cells by their grade_id", () => {
    const lesson = lessonOf(fakeNotebook([text, answer, free]))!;
    assert.deepEqual(lesson.changes, [{ gradeId: "check", change: "deleted" }]);
    assert.equal(cellWith(lesson, "check"), undefined);
    assert.equal(cellWith(lesson, "free"), lesson.notebook.widgets[2]);
  });

  it("reads an exercise's state from the outputs of its check", () => {
    const state = (outputs: Parameters<typeof fakeNotebook>[1]) => {
      const lesson = lessonOf(fakeNotebook(undefined, outputs))!;
      return stateIn(lesson, lesson.exercises[0]);
    };
    const data = { "application/vnd.aen.exercise-check.v1+json": { points: 2, maxPoints: 2 } };
    assert.deepEqual(state([]), { state: "open" });
    assert.deepEqual(state([{ output_type: "display_data", data }]), { state: "passed", points: 2 });
    assert.deepEqual(state([{ output_type: "error", evalue: "1 and 2?" }]), {
      ...{ state: "failed", hint: "1 and 2?" },
    });
    assert.deepEqual(state([{ output_type: "stream" }]), { state: "passed" });
  });

  it("has an open exercise where its check was deleted", () => {
    const lesson = lessonOf(fakeNotebook([text, answer, free]))!;
    assert.deepEqual(stateIn(lesson, lesson.exercises[0]), { state: "open" });
  });
});
