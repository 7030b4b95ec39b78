import assert from "node:assert/strict";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { exactMaxP, exactP, maxP, signFlipP } from "../../../../../kernel/aen/course/lesson7/signFlips.js";
import { golden } from "./golden.js";

/** An answer that knows the golden value of each case by its data. */
const known = (values: readonly unknown[]) => {
  const seen: string[] = [];
  return (data: unknown) => {
    const text = JSON.stringify(data);
    if (!seen.includes(text)) seen.push(text);
    return values[seen.indexOf(text)];
  };
};

describe("lesson 7 asks of flipped signs", () => {
  it("the p that scipy's permutation test gives over all patterns", async () => {
    assert.equal((await checkAnswer(signFlipP, known(golden.flips), { hidden: true })).points, 3);
  });

  it("the p of the largest of all arms that NumPy gives over all patterns", async () => {
    assert.equal((await checkAnswer(maxP, known(golden.largest), { hidden: true })).points, 3);
  });

  it("p values that a person can count", () => {
    // 2 of 4 patterns reach |1 + 2|; for two arms the largest of both does
    assert.equal(exactP([1, 2]), 0.5);
    assert.deepEqual(
      exactMaxP([
        [1, 2],
        [0, 1],
      ]),
      [0.5, 1],
    );
  });
});
