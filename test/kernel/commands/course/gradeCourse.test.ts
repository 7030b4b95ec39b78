import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gradeCourse } from "../../../../kernel/commands/course/gradeCourse.js";
import { usualLimits } from "../../../../kernel/course/grading/limits.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { smallLesson } from "../../course/cells.js";

describe("grading a course", () => {
  const folder = temporaryFolder();
  const file = (part: string) => path.join(folder, part, "lesson", "lesson.ipynb");
  const write = (part: string, text: string) => {
    mkdirSync(path.dirname(file(part)), { recursive: true });
    writeFileSync(file(part), text);
  };
  const graded = async () => {
    const told: [string, boolean][] = [];
    const onGraded = ({ student }: { student: string }, isNew: boolean) => void told.push([student, isNew]);
    return { records: await gradeCourse(folder, { limits: usualLimits, onGraded }), told };
  };

  before(() => {
    write("source", JSON.stringify(smallLesson));
    write("submitted/ada", "no notebook");
    mkdirSync(path.join(folder, "submitted", "bob", "lesson"), { recursive: true });
  });

  it("gives a submission that cannot be read no points but those that a person gives, and says why", async () => {
    const { records, told } = await graded();
    assert.deepEqual(told, [
      ["ada", true],
      ["bob", true],
    ]);
    assert.deepEqual(
      records[0].cells.map(({ points }) => points),
      [0, null],
    );
    assert.match(records[0].problem!, /could not be graded: .*not a notebook/);
    assert.match(records[1].problem!, /does not exist/);
    const page = path.join(folder, "feedback", "ada", "lesson", "lesson.html");
    assert.match(readFileSync(page, "utf8"), /0 of 2 points/);
  });

  it("grades again what a limit has cost points, under other limits", async () => {
    const told: boolean[] = [];
    const limits = { ...usualLimits, cellSeconds: 180 };
    await gradeCourse(folder, { limits, onGraded: (_, isNew) => void told.push(isNew) });
    assert.deepEqual(told, [true, true]);
    assert.deepEqual(
      (await graded()).told.map(([, isNew]) => isNew),
      [true, true],
    );
  });

  it("grades again only what has changed, or all when the lesson has", async () => {
    assert.deepEqual((await graded()).told, [
      ["ada", false],
      ["bob", false],
    ]);
    write("submitted/ada", "still none");
    assert.deepEqual((await graded()).told, [
      ["ada", true],
      ["bob", false],
    ]);
    write("source", JSON.stringify({ ...smallLesson, nbformat_minor: 4 }));
    assert.deepEqual(
      (await graded()).told.map(([, isNew]) => isNew),
      [true, true],
    );
  });
});
