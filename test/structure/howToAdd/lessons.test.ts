import assert from "node:assert/strict";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../../temporaryFolder.js";
import { missingFromLesson } from "./lessonParts.js";

describe("the lessons in notebooks/", () => {
  const root = process.cwd();
  const folder = temporaryFolder();
  afterEach(() => process.chdir(root));

  it("lack nothing", () => {
    const names = readdirSync("notebooks")
      .filter((file) => file.endsWith(".ipynb"))
      .map((file) => path.basename(file, ".ipynb"));
    assert.ok(names.includes("quickstart"));
    assert.deepEqual(names.flatMap(missingFromLesson), []);
  });

  it("are refused where one lacks everything, with a list of what to add", () => {
    assert.deepEqual(missingFromLesson("invented"), [
      'lesson "invented": no notebooks/invented.ipynb',
      'lesson "invented": no test test/notebooks/invented.test.ts',
      'lesson "invented": README.md does not tell of notebooks/invented.ipynb',
    ]);
  });

  it("are refused where one was saved with outputs, without a title, for another kernel, or runs in no test", () => {
    process.chdir(folder);
    mkdirSync("notebooks");
    mkdirSync("test/notebooks", { recursive: true });
    const output = { output_type: "stream", name: "stdout", text: "7" };
    const cell = {
      id: "a",
      cell_type: "code",
      source: "7",
      metadata: {},
      outputs: [output],
      execution_count: 1,
    };
    const notebook = {
      cells: [cell],
      metadata: { kernelspec: { name: "python3" } },
      nbformat: 4,
      nbformat_minor: 5,
    };
    writeFileSync("notebooks/invented.ipynb", JSON.stringify(notebook));
    writeFileSync("test/notebooks/invented.test.ts", 'describe("nothing", () => {});');
    writeFileSync("README.md", "See notebooks/invented.ipynb.");
    assert.deepEqual(missingFromLesson("invented"), [
      'lesson "invented": its kernelspec is not "aen"',
      'lesson "invented": its first cell is not Markdown that begins with a title (# ...)',
      'lesson "invented": no cell is tagged "parameters", so a test cannot make it small',
      'lesson "invented": it was saved with outputs: clear them',
      'lesson "invented": test/notebooks/invented.test.ts does not run notebooks/invented.ipynb',
    ]);
  });
});
