import assert from "node:assert/strict";
import { checkAnswer } from "../../../../kernel/aen/course/check.js";
import { numbersExercise } from "../../../../kernel/aen/course/numbersExercise.js";

const doubled = numbersExercise<[number[]]>({
  ...{ id: "x", name: "X", points: 2, cases: [[[1, 2]], [[3, 4, 5]]] },
  reference: (values) => values.map((value) => 2 * value),
  mistakes: [{ hint: "the one", value: (values) => values.map((value) => value ** 2) }],
  hint: "something else",
});
const found = async (answer: unknown, hidden = false) => {
  const { points, hint } = await checkAnswer(doubled, answer, { hidden });
  return [points, hint];
};

describe("an exercise whose answer is a function of numbers", () => {
  it("takes values for right to a ten-thousandth of the largest", async () => {
    assert.deepEqual(await found((x: number[]) => x.map((v) => 2.0001 * v), true), [2, undefined]);
    assert.deepEqual(await found((x: number[]) => x.map((v) => 2.001 * v)), [0, "something else"]);
  });

  it("names the mistake that fits, a wrong size, what is no number, or else its own hint", async () => {
    assert.deepEqual(await found((x: number[]) => x.map((v) => v * v)), [0, "the one"]);
    assert.match(String((await found((x: number[]) => x[0]))[1]), /one number; asked for is a list of 2/);
    assert.match(String((await found((x: number[]) => x.map(() => NaN)))[1]), /NaN/);
  });

  it("sees through an answer to the visible case only, when hidden cases are looked at", async () => {
    const hardCoded = (x: number[]) => (x.length === 2 ? [2, 4] : x);
    assert.deepEqual(await found(hardCoded), [2, undefined]);
    assert.deepEqual((await found(hardCoded, true))[0], 0);
  });
});
