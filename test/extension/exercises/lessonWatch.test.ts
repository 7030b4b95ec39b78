import "../standIn/register.js";
import assert from "node:assert/strict";
import { until } from "../../until.js";
import type * as standIn from "../standIn/vscode.js";
import { lessonDocument, released } from "./lessonDocument.js";

const { asked, happenings, window } = (await import("vscode")) as unknown as typeof standIn;
const { LessonWatch } = await import("../../../extension/exercises/lessonWatch.js");

describe("the watch on a lesson", () => {
  const [text, answer, check, free] = released.cells;
  let watch: InstanceType<typeof LessonWatch>;
  let bar: (typeof asked.statusBarItems)[number];
  before(() => {
    watch = new LessonWatch();
    bar = asked.statusBarItems.at(-1)!;
  });
  after(() => {
    watch.dispose();
    window.activeNotebookEditor = undefined;
  });
  const show = (notebook: unknown) => {
    asked.messages.length = 0;
    window.activeNotebookEditor = notebook && { notebook };
    happenings.activeEditor.fire(undefined);
  };

  it("is silent where all is as it was handed out, and where there is no lesson", () => {
    for (const notebook of [lessonDocument(), undefined]) {
      show(notebook);
      assert.deepEqual([bar.shown, asked.messages], [false, []]);
    }
    assert.deepEqual(asked.executed.at(-1), ["setContext", "aen.lesson", false]);
  });

  it("shows in the status bar what was changed, and tells once of what was deleted", () => {
    show(lessonDocument([{ ...text, source: "a" }, answer, check, free]));
    assert.deepEqual([bar.shown, asked.messages], [true, []]);
    const notebook = lessonDocument([text, answer, free]);
    show(notebook);
    assert.equal(bar.text, "$(warning) 1 locked cell of this lesson is deleted. Restore");
    assert.deepEqual(asked.messages, ["1 locked cell of this lesson is deleted."]);
    show(notebook);
    assert.deepEqual(asked.messages, []);
  });

  it("looks again after an edit, and draws the items of cells anew", async () => {
    let notebook = lessonDocument();
    show(notebook);
    assert.equal(watch.provideCellStatusBarItems(notebook.cellAt(1)).length, 5);
    let drawn = 0;
    const heard = watch.onDidChangeCellStatusBarItems(() => void drawn++);
    window.activeNotebookEditor = { notebook: (notebook = lessonDocument([answer, check, free])) };
    for (let edit = 0; edit < 3; edit++)
      happenings.notebookChanged.fire({ notebook, contentChanges: [], cellChanges: [] });
    await until("the deleted text is told of", () => bar.shown);
    heard.dispose();
    assert.equal(drawn, 1);
  });
});
