import assert from "node:assert/strict";
import { releaseLesson } from "../../../kernel/course/releaseLesson.js";
import { exerciseLine } from "../../../kernel/exercises/exerciseLine.js";
import type { ExerciseState } from "../../../kernel/exercises/exerciseState.js";
import { lessonIn } from "../../../kernel/exercises/lesson.js";
import { smallLesson } from "../course/cells.js";

describe("what is shown at a cell of an exercise", () => {
  const { cells, metadata } = releaseLesson(smallLesson, "lesson.ipynb", ["check"]);
  const [text, answer, check, free] = cells;
  const open: ExerciseState = { state: "open" };
  const lineAt = (at: number, given = cells, known: object = metadata, state = open) =>
    exerciseLine(lessonIn(given, known)!, at, () => state, "en");

  it("is the exercise with its state, and at the answer what can be done", () => {
    const exercise = { name: "Exercise check", text: "Exercise check: Open, 2 points", state: "open" };
    assert.deepEqual(lineAt(2), { isChanged: false, exercise, actions: [] });
    const actions = ["check", "hint", "reset", "showSolution"];
    assert.deepEqual(lineAt(1), { isChanged: false, exercise, actions });
    assert.equal(lineAt(1, cells, metadata, { state: "partly", points: 1 })!.exercise!.state, "partly");
  });

  it("is nothing at a text, but for one that was changed", () => {
    assert.equal(lineAt(0), undefined);
    assert.deepEqual(lineAt(0, [{ ...text, source: "# Sub" }, answer, check, free]), {
      ...{ isChanged: true, actions: [] },
    });
  });

  it("has no check for an answer that a person reads", () => {
    const { exercise, actions } = lineAt(3)!;
    assert.deepEqual([exercise!.state, actions], ["read by hand", ["reset"]]);
  });

  it("has no reset and no solution where the notebook does not hold what was handed out", () => {
    assert.deepEqual(lineAt(1, cells, {})!.actions, ["check", "hint"]);
  });

  it("is in the reader's language", () => {
    const line = exerciseLine(lessonIn(cells, metadata)!, 1, () => open, "de");
    assert.equal(line!.exercise!.text, "Aufgabe check: Offen, 2 Punkte");
  });
});
