import assert from "node:assert/strict";
import { exerciseActions, restore } from "../../../../media/jupyterlab/exercises/exerciseActions.js";
import { lessonOf } from "../../../../media/jupyterlab/exercises/openLesson.js";
import { FakeSession, FakeSignal } from "../fakeSession.js";
import { fakeNotebook, type FakeNotebook, released } from "./fakeNotebook.js";

describe("what is done with an exercise in JupyterLab", () => {
  const [text, answer, check, free] = released.cells;
  const answered = { ...answer, source: "const add = 1;" };

  function open(notebook: FakeNotebook) {
    const ran: number[][] = [];
    const panel = {
      ...{ content: notebook, contentHeader: { addWidget: () => {} }, sessionContext: new FakeSession(null) },
      disposed: new FakeSignal<unknown>(),
    };
    const actions = exerciseActions(
      panel,
      async (_, cells) => ran.push(cells.map((cell) => notebook.widgets.indexOf(cell))) > 0,
      "en",
    );
    const lesson = lessonOf(notebook)!;
    return {
      actions,
      ran,
      panel,
      add: { lesson, exercise: lesson.exercises[0] },
      last: lesson.exercises.at(-1)!,
      lesson,
    };
  }

  it("is to run the answer, then its check, once the session is there", async () => {
    const { actions, ran, add, panel } = open(fakeNotebook());
    assert.equal(actions.check(add), "");
    assert.deepEqual(ran, []);
    await panel.sessionContext.ready;
    assert.deepEqual(ran, [[1, 2]]);
  });

  it("is no check where it was deleted, or where a person reads the answer", async () => {
    const { actions, ran, add, lesson, last, panel } = open(fakeNotebook([text, answer, free]));
    assert.match(actions.check(add), /was deleted\. Restore it first/);
    assert.match(actions.check({ lesson, exercise: last }), /^Free answer: read by a person/);
    await panel.sessionContext.ready;
    assert.deepEqual(ran, []);
  });

  it("is to give the hint of the last check", () => {
    const { actions, add } = open(fakeNotebook(undefined, [{ output_type: "error", evalue: "1 and 2?" }]));
    assert.equal(actions.hint(add), "Exercise check: 1 and 2?");
  });

  it("is to reset answer and check to what was handed out", () => {
    const notebook = fakeNotebook([text, answered, check, free], [{ output_type: "stream" }]);
    const { actions, add } = open(notebook);
    assert.match(actions.reset(add), /Undo brings your answer back/);
    assert.deepEqual(notebook.sources(), fakeNotebook().sources());
    assert.deepEqual(notebook.widgets[2].model.outputs!.toJSON(), []);
    const without = open(fakeNotebook(undefined, [], { kernelspec: { name: "aen" } }));
    assert.match(without.actions.reset(without.add), /Ask for the lesson again/);
  });

  it("is to show the solution below the answer", () => {
    const notebook = fakeNotebook();
    const { actions, add } = open(notebook);
    actions.showSolution(add);
    assert.match(notebook.sources()[2], /^\*\*Solution\*\*\n\n```ts\n[^]*return a \+ b;/);
  });

  it("is to say that a solution was not handed out", () => {
    const { actions, lesson, last } = open(fakeNotebook());
    assert.match(actions.showSolution({ lesson, exercise: last }), /was not handed out/);
  });
});

describe("restoring locked cells in JupyterLab", () => {
  const [text, answer, check, free] = released.cells;
  const changed = { ...text, source: "a" };

  it("restores one alone, or all, and goes to the first of them", () => {
    const notebook = fakeNotebook([changed, { ...answer, source: "const add = 1;" }, free]);
    assert.match(restore(notebook, "en", 0), /Your answers have stayed/);
    assert.deepEqual(notebook.sources(), [text.source, "const add = 1;", free.source]);
    restore(notebook, "en");
    assert.deepEqual(notebook.sources(), [text.source, "const add = 1;", check.source, free.source]);
    assert.equal(notebook.activeCellIndex, 2);
    assert.deepEqual(notebook.done, ["activate", "insert 2", "activate"]);
  });

  it("says so where nothing is to restore, nothing was handed out, or there is no exercise", () => {
    const told = [
      fakeNotebook(),
      fakeNotebook(undefined, [], { kernelspec: { name: "aen" } }),
      fakeNotebook([], [], {}),
    ];
    const [nothing, notHandedOut, none] = told.map((notebook) => restore(notebook, "en"));
    assert.match(nothing, /^All locked cells are as/);
    assert.match(notHandedOut, /Ask for the lesson again/);
    assert.match(none, /^Select a cell of an exercise/);
    assert.ok(told.every(({ done }) => done.length === 0));
  });
});
