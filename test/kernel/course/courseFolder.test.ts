import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { courseFolder, lessonsOf, submissionsOf } from "../../../kernel/course/courseFolder.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("the folder of a course", () => {
  const folder = temporaryFolder();

  it("is no course without lessons, with advice", () => {
    assert.throws(() => lessonsOf(folder), /this is no course[^]*aen course new/);
  });

  it("has submissions by student and lesson, as nbgrader keeps them", () => {
    for (const made of [
      "source/l1",
      "source/l2",
      "submitted/b/l1",
      "submitted/a/l2",
      "submitted/a/other",
      "submitted/.x/l1",
    ])
      mkdirSync(path.join(folder, made), { recursive: true });
    writeFileSync(path.join(folder, "submitted", "note.txt"), "");
    assert.deepEqual(lessonsOf(folder), ["l1", "l2"]);
    assert.deepEqual(
      submissionsOf(folder).map(({ student, lesson }) => `${student} ${lesson}`),
      ["a l2", "b l1"],
    );
    assert.deepEqual(
      submissionsOf(folder, "l1").map(({ file }) => path.relative(folder, file)),
      [path.join("submitted", "b", "l1", "l1.ipynb")],
    );
    assert.equal(courseFolder(folder).released("l1"), path.join(folder, "release", "l1", "l1.ipynb"));
  });
});
