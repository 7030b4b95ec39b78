import assert from "node:assert/strict";
import type { ExerciseCheckPayload } from "../../../kernel/contracts/payloads/exerciseCheck.js";
import { viewMimeTypes } from "../../../kernel/contracts/viewMimeTypes.js";
import { pointsOfCell } from "../../../kernel/course/pointsOfCell.js";
import type { NotebookOutput } from "../../../kernel/notebook/notebookFile.js";
import { partlyRight } from "../../media/examples/exercise-check.js";
import { exerciseCell } from "./cells.js";

const ran = (source: string, ...outputs: NotebookOutput[]) => ({
  ...exerciseCell("check", source, { grade: true, locked: true, points: 4 }),
  outputs,
  execution_count: 1,
});
const result = (text: string, data: Record<string, unknown> = {}): NotebookOutput => ({
  ...{ output_type: "execute_result", metadata: {}, execution_count: 1 },
  data: { "text/plain": text, ...data },
});
const failed: NotebookOutput = { output_type: "error", ename: "Error", evalue: "the hint", traceback: [] };
const stderr: NotebookOutput = { output_type: "stream", name: "stderr", text: ["a ", "warning"] };
const never = () => false;

describe("the points of a graded cell", () => {
  const points = (...outputs: NotebookOutput[]) => pointsOfCell(ran("1 + 1", ...outputs), never).points;

  it("are nbgrader's: all, none after an error or text on stderr, or the number that it shows", () => {
    assert.deepEqual(
      [
        points(),
        points(failed),
        points(stderr),
        points(result("1.5")),
        points(result("[1, 2]")),
        points(result("9")),
      ],
      [4, 0, 0, 1.5, 4, 4],
    );
    assert.equal(pointsOfCell(ran("", failed), never).message, "the hint");
  });

  it("are none where the cell did not run, and open where a person reads", () => {
    const cell = exerciseCell("check", "1 + 1", { grade: true, points: 4 });
    assert.deepEqual(pointsOfCell(cell, never), {
      ...{ gradeId: "check", points: 0, maxPoints: 4, message: "This cell did not run." },
    });
    const free = exerciseCell("free", "", { type: "markdown", grade: true, solution: true, points: 3 });
    assert.equal(pointsOfCell(free, never).points, null);
  });
});

describe("the points of a cell that calls aen.check", () => {
  const source = 'await aen.check("6.4", f);\nawait aen.check("6.4", f, { hidden: true });';
  const shown = (change: Partial<ExerciseCheckPayload> = {}, text = "2") =>
    result(text, { [viewMimeTypes["exercise-check"]]: { ...partlyRight, seal: "s", ...change } });
  const genuine = ({ seal }: ExerciseCheckPayload, isHidden: boolean) => seal === "s" && isHidden;
  const points = (output: NotebookOutput, cell = source) => pointsOfCell(ran(cell, output), genuine).points;

  it("are those of its check, with the hint to what is missing", () => {
    const found = pointsOfCell(ran(source, shown()), genuine);
    assert.deepEqual([found.points, found.message], [2, partlyRight.hint]);
  });

  it("are none for a number that a cell has made up, or that another check has given", () => {
    assert.equal(points(result("4")), 0);
    assert.equal(points(shown({ seal: "made up" })), 0);
    assert.equal(points(shown({ exercise: "6.1" })), 0);
    assert.equal(points(shown({}, "4")), 0);
  });

  it("are none where hidden cases were left out", () => {
    assert.equal(pointsOfCell(ran(source, shown()), (_, isHidden) => !isHidden).points, 0);
  });
});
