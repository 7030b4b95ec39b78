import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { type Exercise, pointsOf } from "../../../kernel/aen/course/exercise.js";
import {
  exerciseOf,
  isGraded,
  isReadByHand,
  isSolution,
  sourceOf,
} from "../../../kernel/exercises/exerciseCell.js";
import { restoreCells } from "../../../kernel/course/lockedCells.js";
import { gradedLesson, releaseLesson } from "../../../kernel/course/releaseLesson.js";
import { type Notebook, readNotebook, writeNotebook } from "../../../kernel/notebook/notebookFile.js";
import { temporaryFolder } from "../../temporaryFolder.js";

type Parameters = Readonly<Record<string, number | string>>;

/**
 * What holds of every lesson: a check for each exercise, all points with the solutions, hints without them.
 * @param parameters that make it small, such as `{ epochs: 1 }`, given a temporary folder
 */
export function describeLesson(
  file: string,
  exercises: readonly Exercise[],
  parameters: (folder: string) => Parameters = () => ({}),
): void {
  describe(file, function () {
    this.timeout(600_000);
    const folder = temporaryFolder();

    async function run(notebook: string): Promise<Notebook> {
      const output = path.join(folder, `ran-${path.basename(notebook)}`);
      const given = Object.entries(parameters(folder)).flatMap(([name, value]) => ["-p", `${name}=${value}`]);
      const told = ["run", notebook, "--allow-errors", "--output", output, ...given];
      const cli = ["--import", "tsx", "kernel/cli.ts", ...told];
      // It ends with an error where a cell does, once it has written the notebook.
      await promisify(execFile)(process.execPath, cli, { maxBuffer: 1e8 }).catch((error: unknown) => {
        if (!existsSync(output)) throw error;
      });
      return JSON.parse(await readFile(output, "utf8")) as Notebook;
    }

    it("has a check for each exercise of the lesson, worth as many points", async () => {
      const told = checksOf(await readNotebook(file)).map((cell) => [
        /aen\.check\("([\d.]+)"/.exec(sourceOf(cell))?.[1],
        exerciseOf(cell)!.points,
      ]);
      assert.deepEqual(
        told,
        exercises.map((exercise) => [exercise.id, pointsOf(exercise)]),
      );
    });

    it("is graded without its solutions: what a student has deleted comes back as it was handed out", async () => {
      const lesson = await readNotebook(file);
      const empty = restoreCells({ ...lesson, cells: [] }, gradedLesson(lesson, file));
      const answersOf = ({ cells }: Notebook) => cells.filter(isSolution).map(sourceOf);
      assert.deepEqual(answersOf(empty), answersOf(releaseLesson(lesson, file)));
    });

    it("runs from top to bottom with its solutions, and gives all points", async () => {
      const ran = await run(file);
      for (const { outputs, metadata } of checksOf(ran)) {
        const [output] = outputs!;
        const text = output.output_type === "execute_result" ? output.data["text/plain"] : output.output_type;
        const { points } = metadata["nbgrader"] as { points: number };
        assert.deepEqual([text, outputs!.length], [String(points), 1]);
      }
      assert.deepEqual(ran.cells.flatMap(errorsOf), []);
    });

    it("fails every check of a student who has filled in nothing, with a hint and no stack", async () => {
      const student = path.join(folder, "student.ipynb");
      await writeNotebook(student, releaseLesson(await readNotebook(file), file));
      const ran = await run(student);
      const checks = checksOf(ran);
      for (const check of checks) {
        const [error] = errorsOf(check);
        assert.equal(error.ename, "NotRightYet");
        assert.deepEqual(error.traceback, [`NotRightYet: ${error.evalue}`]);
        assert.match(error.evalue, /^(Give|Your function returns nothing yet)/);
        const shows = check.outputs!.some((output) => output.output_type === "display_data");
        assert.ok(shows, "it shows what was looked at");
      }
      const others = ran.cells.filter((cell) => !checks.includes(cell));
      assert.deepEqual(others.flatMap(errorsOf), [], "no other cell fails");
    });
  });
}

function checksOf({ cells }: Notebook): Notebook["cells"][number][] {
  return cells.filter((cell) => isGraded(cell) && !isReadByHand(cell));
}

function errorsOf({ outputs = [] }: Notebook["cells"][number]) {
  return outputs.filter((output) => output.output_type === "error");
}
