import assert from "node:assert/strict";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { figuresExercise } from "../../../../../kernel/aen/course/lesson8/figuresExercise.js";

const doubled = figuresExercise<readonly [number]>({
  ...{ id: "x", name: "X", points: 2, cases: [[0.2], [0.3]] },
  reference: (x) => ({ name: "x", twice: 2 * x }),
  mistakes: [{ hint: "the one", value: (x) => ({ name: "x", twice: x }) }],
  hint: "something else",
});
const found = async (answer: unknown, hidden = false) => {
  const { points, hint } = await checkAnswer(doubled, answer, { hidden });
  return [points, hint];
};

describe("an exercise whose answer returns figures by name", () => {
  it("passes an object and a map", async () => {
    assert.deepEqual(await found((x: number) => ({ twice: x + x, name: "x" }), true), [2, undefined]);
    const map = (x: number) => new Map<string, unknown>([["name", "x"]]).set("twice", 2 * x);
    assert.deepEqual(await found(map, true), [2, undefined]);
  });

  it("names the mistake that fits, percent, or else its own hint", async () => {
    assert.deepEqual(await found((x: number) => ({ name: "x", twice: x })), [0, "the one"]);
    assert.match(String((await found((x: number) => ({ name: "x", twice: 200 * x })))[1]), /percentages/);
    assert.deepEqual(await found(() => ({ name: "x", twice: 9 })), [0, "something else"]);
    assert.match(String((await found(() => ({ name: "x" })))[1]), /lacks twice/);
    assert.match(String((await found(() => ({ name: "x", twice: NaN })))[1]), /NaN\): twice/);
  });

  it("sees through an answer to the visible case only, when hidden cases are looked at", async () => {
    const hardCoded = () => ({ name: "x", twice: 0.4 });
    assert.deepEqual(await found(hardCoded), [2, undefined]);
    assert.deepEqual((await found(hardCoded, true))[0], 0);
  });
});
