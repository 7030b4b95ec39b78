import assert from "node:assert/strict";
import { execFile, type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { GradeRecord } from "../../../kernel/course/grading/gradeRecord.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { until } from "../../until.js";
import { exerciseCell, notebookOf } from "../course/cells.js";

const cli = ["--import", "tsx", "kernel/cli.ts", "course"];
const aen = (...args: string[]) => promisify(execFile)(process.execPath, [...cli, ...args]);

/** Three exercises, so that it shows what a submission loses; the last two do not need the one before. */
const graded = { grade: true, locked: true, points: 2 };
const lesson = notebookOf(
  exerciseCell("answer-1", "let one = 0;\n// BEGIN SOLUTION\none = 1;\n// END SOLUTION", { solution: true }),
  exerciseCell("check-1", 'if (one !== 1) throw new Error("one?");', graded),
  exerciseCell("answer-2", 'let two = "";\n// BEGIN SOLUTION\ntwo = "a, d";\n// END SOLUTION', {
    solution: true,
  }),
  exerciseCell("check-2", 'await aen.check("6.10", two);', graded),
  exerciseCell("answer-3", "let three = 0;\n// BEGIN SOLUTION\nthree = 3;\n// END SOLUTION", {
    solution: true,
  }),
  exerciseCell(
    "check-3",
    'if (three < 1) throw new Error("three?");\n// BEGIN HIDDEN TESTS\nthree === 3 ? 2 : 1\n// END HIDDEN TESTS',
    graded,
  ),
);

describe("aen course", function () {
  this.timeout(300_000);
  const folder = temporaryFolder();
  const course = () => path.join(folder, "course");
  const file = (part: string) => path.join(course(), part, "lesson", "lesson.ipynb");
  const recordOf = (student: string) =>
    JSON.parse(readFileSync(path.join(course(), "graded", student, "lesson.json"), "utf8")) as GradeRecord;
  const pointsOf = (student: string) => recordOf(student).cells.map(({ points }) => points);

  /** Hands in the released lesson with answers in place of some of its cells. */
  function handIn(student: string, answers: Readonly<Record<string, string>>): void {
    const released = JSON.parse(readFileSync(file("release"), "utf8")) as typeof lesson;
    const cells = released.cells.map((cell) => ({ ...cell, source: answers[cell.id] ?? cell.source }));
    mkdirSync(path.dirname(file(`submitted/${student}`)), { recursive: true });
    writeFileSync(file(`submitted/${student}`), JSON.stringify({ ...released, cells }));
  }
  /** The same for every run: what a limit has cost is graded anew under another limit. */
  const cellSeconds = ["--cell-seconds", "15"];
  const right = {
    "answer-1": "const one = 1;",
    "answer-2": 'const two = "d, a";',
    "answer-3": "let three = 3;",
  };

  before(async () => {
    mkdirSync(path.dirname(file("source")), { recursive: true });
    writeFileSync(file("source"), JSON.stringify(lesson));
    await aen("release", "lesson", "--folder", course());
  });

  it("makes a course, and none where something is already", async () => {
    const made = path.join(folder, "new");
    assert.match((await aen("new", made)).stdout, /Made .*new with .*lesson-6.*aen course release lesson-/);
    await assert.rejects(aen("new", made), /this folder is not empty/);
  });

  it("releases a lesson without its answers, and names the lessons that there are", async () => {
    assert.doesNotMatch(readFileSync(file("release"), "utf8"), /SOLUTION|HIDDEN|a, d/);
    await assert.rejects(
      aen("release", "other", "--folder", course()),
      /no lesson "other".*there are: lesson\./,
    );
  });

  it("grades each submission for itself: a bad one costs its own points", async () => {
    handIn("right", right);
    handIn("empty", {});
    handIn("half", { ...right, "answer-2": 'const two = "a";', "answer-3": "let three = 2;" });
    handIn("broken", { ...right, "answer-1": "const one = {{{;" });
    handIn("endless", { ...right, "answer-1": "while (Date.now() > 0) {}\nconst one = 1;" });
    handIn("printer", {
      ...right,
      "answer-3": 'for (let i = 0; i < 1e9; i++) console.log("x".repeat(1000));\nlet three = 3;',
    });
    handIn("forger", { ...right, "answer-1": "const one = 1;\nconst aen = { check: async () => 2 };" });
    handIn("tamperer", { "check-1": "2", "check-3": "2" });
    const escaping = `
import fs from "node:fs";
import { spawn } from "node:child_process";
const one = 1;
spawn(process.execPath, ["-e", "setTimeout(() => {}, 1e6)"], { detached: true, stdio: "ignore" }).unref();
const others = ${JSON.stringify([file("source"), file("submitted/right")])};
for (const file of others) if (fs.existsSync(file)) throw new Error("It sees what others have written.");`;
    handIn("escaping", { ...right, "answer-1": escaping });
    mkdirSync(path.dirname(file("submitted/text")), { recursive: true });
    writeFileSync(file("submitted/text"), "no notebook");
    const out = path.join(folder, "grades.csv");
    const { stdout } = await aen("grade", course(), "--out", out, ...cellSeconds);
    assert.deepEqual(
      Object.fromEntries(
        ["right", "empty", "half", "broken", "endless", "printer", "forger", "tamperer", "text"].map(
          (student) => [student, pointsOf(student)],
        ),
      ),
      {
        right: [2, 2, 2],
        empty: [0, 0, 0],
        half: [2, 1, 1],
        broken: [0, 2, 2],
        endless: [0, 2, 2],
        printer: [2, 2, 0],
        forger: [2, 0, 2],
        tamperer: [0, 0, 0],
        text: [0, 0, 0],
      },
    );
    assert.deepEqual(
      pointsOf("escaping"),
      /Not held:[^]*reach the network/.test(stdout) ? [0, 2, 2] : [2, 2, 2],
    );
    assert.deepEqual(
      recordOf("tamperer").changes.map(({ gradeId }) => gradeId),
      ["check-1", "check-3"],
    );
    assert.match(recordOf("text").problem!, /could not be graded.*not a notebook/);
    assert.match(readFileSync(out, "utf8"), /^right,lesson,6,6,0,,,2,2,2\r$/m);
    const feedback = readFileSync(path.join(course(), "feedback", "half", "lesson", "lesson.html"), "utf8");
    assert.match(feedback, /lesson: 4 of 6 points/);
    assert.doesNotMatch(feedback, /HIDDEN TESTS/);
  });

  it("reports which exercise failed whom", async () => {
    const { stdout } = await aen("report", course());
    const failed = "empty, forger, tamperer, text";
    const expected = `of 2; 5 passed, 1 partly, 4 without a point (${failed})`;
    assert.ok(
      stdout.split("\n").some((line) => line.includes("check-2") && line.includes(expected)),
      stdout,
    );
    const page = path.join(folder, "report.html");
    await aen("report", course(), "--html", page);
    assert.match(readFileSync(page, "utf8"), /<h2>lesson<\/h2>[^]*<th scope="row">6\.10<\/th>/);
  });

  it("goes on after it was killed, without grading anything again", async () => {
    const graded = new Map(["right", "half"].map((student) => [student, recordOf(student)]));
    handIn("zoe", { ...right, "answer-1": "while (Date.now() > 0) {}\nconst one = 1;" });
    const killed: ChildProcess = spawn(process.execPath, [
      ...cli,
      "grade",
      course(),
      "--out",
      path.join(folder, "b.csv"),
      ...cellSeconds,
    ]);
    let told = "";
    killed.stdout!.on("data", (text) => (told += String(text)));
    await until("all others are told", () => told.includes("text, lesson"));
    killed.kill("SIGKILL");
    assert.match(told, /right, lesson: 6 of 6 \(graded before\)/);
    const { stdout } = await aen("grade", course(), "--out", path.join(folder, "b.csv"), ...cellSeconds);
    assert.match(stdout, /zoe, lesson: 4 of 6 \(Cell 1 of 6 was stopped/);
    for (const [student, record] of graded) assert.deepEqual(recordOf(student), record);
  });

  it("restores locked cells of a student's notebook, and keeps the answers", async () => {
    handIn("mia", { ...right, "check-1": "weaker" });
    const { stdout } = await aen("restore", file("submitted/mia"), "--from", file("release"));
    assert.match(stdout, /check-1: changed; it is as it was handed out again/);
    const text = readFileSync(file("submitted/mia"), "utf8");
    assert.ok(!text.includes("weaker") && text.includes("const one = 1;"));
    assert.match(
      (await aen("restore", file("submitted/mia"), "--from", file("release"))).stdout,
      /all locked cells are as/,
    );
  });
});
