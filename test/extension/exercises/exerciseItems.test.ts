import "../standIn/register.js";
import assert from "node:assert/strict";
import { lessonDocument, released } from "./lessonDocument.js";

const { exerciseItems } = await import("../../../extension/exercises/exerciseItems.js");
const { lessonOf } = await import("../../../extension/exercises/lesson.js");

describe("what stands below a cell of an exercise", () => {
  const [text, answer, check, free] = released.cells;
  const texts = (at: number, ...given: Parameters<typeof lessonDocument>) => {
    const lesson = lessonOf(lessonDocument(...given))!;
    return exerciseItems(lesson, lesson.notebook.cellAt(at)).map((item) =>
      item.text.replace(/^\$\(.*\) /, ""),
    );
  };

  it("is its state, and below the answer what can be done", () => {
    const open = "Exercise check: Open, 2 points";
    assert.deepEqual(texts(0), []);
    assert.deepEqual(texts(1), [open, "Check", "Hint", "Reset", "Show Solution"]);
    assert.deepEqual(texts(2), [open]);
    assert.deepEqual(texts(3), ["Free answer: 3 points, read by a person", "Reset"]);
  });

  it("is no Reset where the notebook does not hold what was handed out", () => {
    const metadata = { kernelspec: { name: "aen" } };
    assert.deepEqual(texts(1, undefined, {}, metadata).slice(1), ["Check", "Hint"]);
  });

  it("tells of a locked cell that was changed, with a button that restores it", () => {
    const lesson = lessonOf(lessonDocument([{ ...text, source: "# Sub" }, answer, check, free]))!;
    const [item] = exerciseItems(lesson, lesson.notebook.cellAt(0));
    assert.equal(item.text, "$(warning) Locked cell was changed: Restore");
    assert.equal((item.command as { command: string }).command, "aen.exercise.restore");
    assert.deepEqual(item.accessibilityInformation, {
      ...{ label: "Locked cell was changed: Restore", role: "button" },
    });
  });
});
