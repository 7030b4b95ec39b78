import assert from "node:assert/strict";
import { checkAnswer } from "../../../../kernel/aen/course/check.js";
import { estimateExercise } from "../../../../kernel/aen/course/estimateExercise.js";
import { Random } from "../../../../kernel/random/random.js";

const coin = estimateExercise<[number, number]>({
  ...{ id: "x", name: "X", points: { seed: 1, estimate: 2 } },
  cases: [
    [0.3, 400],
    [0.6, 400],
  ],
  draws: (_, tosses) => tosses,
  exact: (chance) => chance,
  mistakes: [
    { hint: "nearly the other side", exact: (chance) => 0.97 - chance },
    { hint: "the other side", exact: (chance) => 1 - chance },
  ],
  hint: "something else",
});

/** Tosses a coin whose chance is changed before. */
const tossed = (changed: (chance: number) => number, shift = 0) => {
  return (chance: number, tosses: number, seed: number) => {
    const random = new Random(seed + shift, "coin");
    return (
      Array.from({ length: tosses }, () => random.chance(changed(chance))).filter(Boolean).length / tosses
    );
  };
};
const found = async (answer: unknown, hidden = true) => {
  const { points, hint } = await checkAnswer(coin, answer, { hidden });
  return [points, hint];
};

describe("an exercise whose answer is an estimate from draws", () => {
  it("takes any seed's draws for right that lie in the interval", async () => {
    for (const shift of [0, 1000, 2000, 3000, 4000])
      assert.deepEqual(await found(tossed((chance) => chance, shift)), [3, undefined]);
  });

  it("takes the exact probability for right, without any draw", async () => {
    assert.deepEqual(await found((chance: number) => chance), [3, undefined]);
  });

  it("gives the seed's point alone where the share is off by a twentieth", async () => {
    assert.deepEqual(await found(tossed((chance) => chance + 0.05)), [1, "something else"]);
  });

  it("names the mistake that fits best", async () => {
    assert.deepEqual(await found(tossed((chance) => 1 - chance)), [1, "the other side"]);
  });

  it("asks for draws that follow the seed, and for shares", async () => {
    assert.match(String((await found(() => Math.random()))[1]), /Twice the same seed/);
    assert.match(String((await found(() => 0.7))[1]), /Every seed gives the same/);
    assert.match(String((await found(() => 120))[1]), /no share/);
    assert.match(String((await found(() => [0.3, 0.3]))[1]), /list of 2 numbers; asked for is one number/);
    assert.match(String((await found(() => undefined))[1]), /returns nothing yet/);
  });

  it("sees through an answer to the visible case only, when hidden cases are looked at", async () => {
    const hardCoded = tossed(() => 0.3);
    assert.deepEqual((await found(hardCoded, false))[0], 3);
    assert.deepEqual((await found(hardCoded))[0], 1);
  });
});
