import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lessons } from "../../../extension/commands/lessons.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("the lessons of the course", () => {
  const root = temporaryFolder();

  it("are offered in their order, by the title and the first sentence of their notebooks", async () => {
    const folder = path.join(root, "notebooks", "course");
    mkdirSync(folder, { recursive: true });
    const lesson = (name: string, source: unknown) =>
      writeFileSync(path.join(folder, `${name}.ipynb`), JSON.stringify({ cells: [{ source }] }));
    lesson("lesson-10", ["# Ten\n", "\n", "**The** last `one`.\n"]);
    lesson("lesson-2", "## Two");
    writeFileSync(path.join(folder, "lesson-3.ipynb"), "damaged");
    writeFileSync(path.join(folder, "notes.md"), "");
    assert.deepEqual(await lessons(root), [
      { id: "lesson-2", label: "Two", detail: "", files: ["notebooks/course/lesson-2.ipynb"] },
      { id: "lesson-3", label: "lesson-3", detail: "", files: ["notebooks/course/lesson-3.ipynb"] },
      { id: "lesson-10", label: "Ten", detail: "The last one.", files: ["notebooks/course/lesson-10.ipynb"] },
    ]);
  });

  it("are none where no course is shipped", async () =>
    assert.deepEqual(await lessons(path.join(root, "x")), []));
});
