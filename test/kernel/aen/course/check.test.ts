import assert from "node:assert/strict";
import "../../../../kernel/engine/tensorflow.js";
import { check, checkAnswer } from "../../../../kernel/aen/course/check.js";
import { ExerciseError } from "../../../../kernel/aen/course/checkedExercise.js";
import type { Exercise } from "../../../../kernel/aen/course/exercise.js";
import { setCellDisplay } from "../../../../kernel/aen/host/cellDisplay.js";

describe("aen.check", () => {
  afterEach(() => setCellDisplay(undefined));

  it("gives a result with all points for a right answer", async () => {
    const { points, maxPoints, hint } = await check("6.7", 0.25);
    assert.deepEqual([points, maxPoints, hint], [1, 1, undefined]);
  });

  it("throws an error whose message is the hint, without a stack, and shows what it has found", async () => {
    const shown: unknown[] = [];
    setCellDisplay(async (value) => void shown.push(value));
    const error = await check("6.7", 0.5).catch((thrown: unknown) => thrown);
    assert.ok(error instanceof ExerciseError);
    assert.match(error.message, /^This is the sum of the group's shares/);
    assert.equal(error.stack, `NotRightYet: ${error.message}`);
    assert.deepEqual(shown, [error.checked]);
    assert.deepEqual(Object.keys(error), ["name"]);
  });

  it("gives part of the points with the hint to the rest", async () => {
    const { points, hint } = await check("6.10", "a");
    assert.equal(points, 1);
    assert.match(hint!, /some are missing/);
  });

  it("names the exercises that there are", async () => {
    await assert.rejects(check("6.99", 1), /There is no exercise "6\.99"; the exercises are .*6\.1, 6\.2/);
  });

  it("leaves parts open that need an earlier one, and tells the first hint", async () => {
    const part = (what: string, share: number, needsEarlier = false) => ({
      ...{ what, points: 2, needsEarlier },
      examine: () => ({ share, hint: `about ${what}` }),
    });
    const exercise: Exercise = {
      id: "x",
      name: "X",
      parts: [part("a", 0.5), part("b", 1, true), part("c", 0)],
    };
    const { parts, points, hint } = await checkAnswer(exercise, 0);
    assert.deepEqual(
      parts.map(({ state }) => state),
      ["wrong", "open", "wrong"],
    );
    assert.deepEqual([points, hint], [1, "about a"]);
  });
});
