import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import {
  exerciseOf,
  isGraded,
  isReadByHand,
  isSolution,
  sourceOf,
} from "../../kernel/exercises/exerciseCell.js";
import type { GradeRecord } from "../../kernel/course/grading/gradeRecord.js";
import { type Notebook, readNotebook, writeNotebook } from "../../kernel/notebook/notebookFile.js";
import { temporaryFolder } from "../temporaryFolder.js";
import { pythonWithPackages } from "./pythonPackages.js";

const run = promisify(execFile);

describe("a course under nbgrader", function () {
  this.timeout(600_000);
  const folder = temporaryFolder();
  const course = () => path.join(folder, "course");
  const file = (part: string) => path.join(course(), part, "lesson-6", "lesson-6.ipynb");
  const aen = (...args: string[]) => run(process.execPath, ["dist/kernel/cli.js", ...args]);
  let nbgrader: (...args: string[]) => Promise<unknown>;

  before(async function () {
    const bin = path.dirname(pythonWithPackages(this, "nbgrader-requirements.txt"));
    const env = {
      ...process.env,
      PATH: `${bin}${path.delimiter}${process.env["PATH"]}`,
      JUPYTER_PATH: path.join(folder, "share", "jupyter"),
      HOME: folder,
    };
    nbgrader = (...args) => run(path.join(bin, "nbgrader"), args, { cwd: course(), env, maxBuffer: 1e8 });
    execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
    await aen("jupyter", "install", "--prefix", folder);
    await aen("course", "new", course());
  });

  it("is released as aen releases it, to the checksums", async () => {
    await aen("course", "release", "lesson-6", "--folder", course());
    const ours = await readNotebook(file("release"));
    rmSync(path.join(course(), "release"), { recursive: true });
    await nbgrader("generate_assignment", "lesson-6");
    const theirs = await readNotebook(file("release"));
    const seen = ({ cells }: Notebook) => cells.map((cell) => [sourceOf(cell), cell.metadata]);
    assert.deepEqual(seen(ours), seen(theirs));
  });

  it("gives the points that aen gives: right, half right, broken, endless and hostile ones", async () => {
    const solved = (await readNotebook(file("source"))).cells.filter(isSolution);
    const handIn = async (student: string, answers: (id: string) => string | undefined, ids = /./) => {
      const released = await readNotebook(file("release"));
      const cells = released.cells.map((cell) => {
        const id = exerciseOf(cell)?.grade_id ?? "";
        const solution = solved.find((each) => exerciseOf(each)!.grade_id === id);
        const filled = solution && ids.test(id) ? sourceOf(solution) : sourceOf(cell);
        return { ...cell, source: answers(id) ?? filled };
      });
      mkdirSync(path.dirname(file(`submitted/${student}`)), { recursive: true });
      await writeNotebook(file(`submitted/${student}`), { ...released, cells });
    };
    const only = (wanted: string, source: string) => (id: string) => (id === wanted ? source : undefined);
    await handIn("right", () => undefined);
    await handIn("half", only("answer-6-10", 'let hold = "a";'), /answer-6-([1267]|10)$/);
    await handIn("broken", only("answer-6-4", "function semanticTransfer( {{{"));
    await handIn("endless", only("answer-6-3", "function weightedSum() {\n  for (;;) {}\n}"));
    await handIn("hostile", (id) => {
      if (id.startsWith("check-")) return "99";
      return id === "answer-6-8"
        ? 'process.exitCode = 3;\nfor (const end of ["tf", "aen"]) delete (globalThis as any)[end];'
        : undefined;
    });
    const seconds = ["--ExecutePreprocessor.timeout=5", "--Execute.timeout=5"];
    await nbgrader("autograde", "lesson-6", ...seconds);
    await nbgrader("generate_feedback", "lesson-6");
    await nbgrader("export", "--to", path.join(folder, "theirs.csv"));
    const [head, ...rows] = readFileSync(path.join(folder, "theirs.csv"), "utf8").trim().split(/\r?\n/);
    const [id, score] = ["student_id", "raw_score"].map((column) => head.split(",").indexOf(column));
    const theirs = Object.fromEntries(rows.map((row) => [row.split(",")[id], Number(row.split(",")[score])]));
    await aen("course", "grade", course(), "--out", path.join(folder, "ours.csv"), "--cell-seconds", "15");
    const students = ["broken", "endless", "half", "hostile", "right"];
    const ours = Object.fromEntries(
      students.map((student) => {
        const record = JSON.parse(
          readFileSync(path.join(course(), "graded", student, "lesson-6.json"), "utf8"),
        ) as GradeRecord;
        return [student, record.cells.reduce((sum, { points }) => sum + (points ?? 0), 0)];
      }),
    );
    assert.deepEqual(ours, theirs);
    assert.deepEqual(ours, { broken: 18, endless: 20, half: 7, hostile: 18, right: 22 });
    for (const student of students)
      assert.ok(existsSync(path.join(course(), "feedback", student, "lesson-6", "lesson-6.html")));
  });

  it("has lessons whose graded cells all have points", async () => {
    const cells = (await readNotebook(file("source"))).cells.filter(isGraded);
    assert.deepEqual(
      cells.filter(isReadByHand).map((cell) => exerciseOf(cell)!.grade_id),
      ["closing-6"],
    );
    assert.equal(
      cells.reduce((sum, cell) => sum + exerciseOf(cell)!.points!, 0),
      25,
    );
  });
});
