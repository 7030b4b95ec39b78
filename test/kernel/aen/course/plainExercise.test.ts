import assert from "node:assert/strict";
import "../../../../kernel/engine/tensorflow.js";
import { checkAnswer } from "../../../../kernel/aen/course/check.js";
import { plainExercise } from "../../../../kernel/aen/course/plainExercise.js";

const exercise = plainExercise<readonly [number]>({
  ...{ id: "9.1", name: "Square" },
  parts: [
    { what: "the values", points: 1, cases: [[1], [3]], hiddenCases: [[-2]] },
    { what: "nothing", points: 1, cases: [[0]], hint: "What is the square of nothing?" },
  ],
  reference: (x) => x * x,
  mistakes: [{ hint: "You double.", value: (x) => 2 * x }],
  hint: "Multiply.",
});

describe("an exercise of plain values", () => {
  it("gives all points to what computes the same", async () => {
    const checked = await checkAnswer(exercise, (x: number) => x ** 2, { hidden: true });
    assert.deepEqual([checked.points, checked.hint], [2, undefined]);
  });

  it("knows mistakes, and says the exercise's hint where it knows none", async () => {
    assert.equal((await checkAnswer(exercise, (x: number) => x + x)).hint, "You double.");
    assert.equal((await checkAnswer(exercise, () => 7)).hint, "Multiply.");
    assert.match((await checkAnswer(exercise, () => "7")).hint!, /must return a number/);
  });

  it("leaves later parts open until the first is right, and then has a hint for each", async () => {
    const states = async (answer: (x: number) => number) =>
      (await checkAnswer(exercise, answer)).parts.map(({ state }) => state);
    assert.deepEqual(await states((x) => x), ["wrong", "open"]);
    const notOfNothing = (x: number) => (x === 0 ? 1 : x * x);
    assert.deepEqual(await states(notOfNothing), ["right", "wrong"]);
    assert.equal((await checkAnswer(exercise, notOfNothing)).hint, "What is the square of nothing?");
  });

  it("looks at hidden cases when grading alone", async () => {
    const notOfNegative = (x: number) => (x < 0 ? 0 : x * x);
    assert.equal((await checkAnswer(exercise, notOfNegative)).points, 2);
    assert.equal((await checkAnswer(exercise, notOfNegative, { hidden: true })).points, 0);
  });
});
