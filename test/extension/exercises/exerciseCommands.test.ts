import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import type * as standIn from "../standIn/vscode.js";
import { lessonDocument, output, released } from "./lessonDocument.js";

const { answers, asked, window } = (await import("vscode")) as unknown as typeof standIn;
const { exerciseCommands, offerRestore } = await import("../../../extension/exercises/exerciseCommands.js");
const { lessonOf } = await import("../../../extension/exercises/lesson.js");

interface Edited {
  readonly sets: [unknown, { range: { start: number; end: number }; cells: vscode.NotebookCellData[] }[]][];
}

describe("the commands of an exercise", () => {
  const [text, answer, check, free] = released.cells;
  beforeEach(() => {
    asked.executed.length = asked.edits.length = asked.messages.length = 0;
    answers.button = undefined;
    window.activeNotebookEditor = undefined;
  });
  const edits = () =>
    (asked.edits as Edited[]).flatMap(({ sets }) =>
      sets[0][1].map(({ range, cells }) => [range.start, range.end, cells.map(({ value }) => value)]),
    );

  it("check the answer and then its check, of the given cell or the selected one", async () => {
    const notebook = lessonDocument();
    await exerciseCommands["aen.exercise.check"](notebook.cellAt(1));
    window.activeNotebookEditor = { notebook, selection: { start: 2 } };
    await exerciseCommands["aen.exercise.check"]();
    const ranges = [
      { start: 1, end: 2 },
      { start: 2, end: 3 },
    ];
    const run = ["notebook.cell.execute", { ranges, document: "lesson" }];
    assert.deepEqual(asked.executed, [run, run]);
  });

  it("say what to do where no exercise is selected, and where a person reads the answer", async () => {
    assert.throws(() => exerciseCommands["aen.exercise.check"](), /Select a cell of an exercise first/);
    const notebook = lessonDocument();
    assert.throws(() => exerciseCommands["aen.exercise.hint"](notebook.cellAt(0)), /Select a cell/);
    await assert.rejects(exerciseCommands["aen.exercise.check"](notebook.cellAt(3)), /read by a person/);
  });

  it("show the hint of the last check, and offer to check where there was none", async () => {
    const error = output("application/vnd.code.notebook.error", { message: "1 and 2?" });
    await exerciseCommands["aen.exercise.hint"](lessonDocument(undefined, { check: [error] }).cellAt(1));
    answers.button = "Check";
    await exerciseCommands["aen.exercise.hint"](lessonDocument().cellAt(1));
    assert.equal(asked.messages[0], "Exercise check: 1 and 2?");
    assert.match(asked.messages[1], /^Check your answer first/);
    assert.equal(asked.executed[0][0], "notebook.cell.execute");
  });

  it("reset the answer and its check to what was handed out", async () => {
    const answered = { ...answer, source: "const add = 1;" };
    await exerciseCommands["aen.exercise.reset"](lessonDocument([text, answered, check, free]).cellAt(1));
    assert.deepEqual(edits(), [
      [2, 3, [check.source]],
      [1, 2, [answer.source]],
    ]);
    assert.match(asked.messages[0], /Undo brings your answer back/);
  });

  it("show the solution below the answer as a text, and none that is not handed out", async () => {
    await exerciseCommands["aen.exercise.showSolution"](lessonDocument().cellAt(1));
    const [[start, end, [shown]]] = edits() as [number, number, string[]][];
    assert.deepEqual([start, end], [2, 2]);
    assert.match(shown, /^\*\*Solution\*\*\n\n```ts\n[^]*return a \+ b;[^]*```$/);
    await assert.rejects(
      exerciseCommands["aen.exercise.showSolution"](lessonDocument().cellAt(3)),
      /was not handed out/,
    );
  });

  it("restore a changed cell alone, or all of the lesson's", async () => {
    const notebook = lessonDocument([{ ...text, source: "a" }, answer, free]);
    await exerciseCommands["aen.exercise.restore"](notebook.cellAt(0));
    assert.deepEqual(edits(), [[0, 1, [text.source]]]);
    asked.edits.length = 0;
    window.activeNotebookEditor = { notebook };
    await exerciseCommands["aen.lesson.restore"]();
    assert.deepEqual(edits(), [
      [2, 2, [check.source]],
      [0, 1, [text.source]],
    ]);
  });

  it("offer to restore a check that is gone, and restore where a person agrees", async () => {
    const notebook = lessonDocument([text, answer, free]);
    answers.button = "Restore";
    await exerciseCommands["aen.exercise.check"](notebook.cellAt(1));
    assert.match(asked.messages[0], /The check of this exercise was deleted/);
    assert.deepEqual(edits(), [[2, 2, [check.source]]]);
    answers.button = undefined;
    await offerRestore(lessonOf(notebook)!, "Deleted.");
    assert.equal(asked.edits.length, 1);
  });

  it("say so where nothing is to restore, or nothing was handed out", async () => {
    window.activeNotebookEditor = { notebook: lessonDocument() };
    await exerciseCommands["aen.lesson.restore"]();
    assert.deepEqual(asked.messages, ["All locked cells are as they were handed out."]);
    const without = lessonDocument(undefined, {}, { kernelspec: { name: "aen" } });
    window.activeNotebookEditor = { notebook: without };
    await assert.rejects(exerciseCommands["aen.lesson.restore"](), /Ask for the lesson again/);
    await assert.rejects(
      exerciseCommands["aen.exercise.reset"](without.cellAt(1)),
      /Ask for the lesson again/,
    );
  });
});
