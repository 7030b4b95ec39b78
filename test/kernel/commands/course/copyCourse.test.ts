import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { copyCourse } from "../../../../kernel/commands/course/copyCourse.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("copying the course", () => {
  const folder = temporaryFolder();

  it("puts each lesson where nbgrader looks for it, with its settings and the pages beside them", () => {
    const course = path.join(folder, "a", "fer");
    const shipped = readdirSync("notebooks/course").filter((name) => name.endsWith(".ipynb"));
    const lessons = shipped.map((name) => path.basename(name, ".ipynb"));
    assert.ok(lessons.includes("lesson-6"));
    assert.deepEqual(copyCourse(course), lessons);
    const same = (from: string, to: string) =>
      assert.deepEqual(
        readFileSync(path.join("notebooks/course", from)),
        readFileSync(path.join(course, to)),
      );
    same("lesson-6.ipynb", "source/lesson-6/lesson-6.ipynb");
    same("nbgrader_config.py", "nbgrader_config.py");
    for (const page of ["README.md", "STUDENTS.md", "project.md"]) same(page, page);
    assert.throws(() => copyCourse(course), /not empty/);
  });
});
