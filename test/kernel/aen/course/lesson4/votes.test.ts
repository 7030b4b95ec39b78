import assert from "node:assert/strict";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { pointsOf } from "../../../../../kernel/aen/course/exercise.js";
import { majorityRight, majorityVote } from "../../../../../kernel/aen/course/lesson4/votes.js";

/** scipy 1.10.1: binom.sf(frames // 2, frames, share) */
const golden: readonly (readonly [share: number, frames: number, majority: number])[] = [
  [0.6, 3, 0.6479999999999999],
  [0.6, 15, 0.786896817389568],
  [0.4, 5, 0.31744000000000006],
  [0.5, 7, 0.5],
  [0.9, 5, 0.99144],
];

describe("lesson 4 asks for votes", () => {
  it("that are right as often as scipy says", async () => {
    const looked = (share: number, frames: number) =>
      golden.find((each) => each[0] === share && each[1] === frames)![2];
    const { points, hint } = await checkAnswer(majorityRight, looked, { hidden: true });
    assert.deepEqual([points, hint], [pointsOf(majorityRight), undefined]);
  });

  it("whose ties go to the lowest number, which is asked for when grading too", async () => {
    const knowsShownCases = (named: number[]) =>
      named[0] === 4 ? 4 : named.length === 6 ? 0 : named.length === 7 ? 6 : 1;
    assert.equal((await checkAnswer(majorityVote, knowsShownCases)).points, pointsOf(majorityVote));
    assert.equal((await checkAnswer(majorityVote, knowsShownCases, { hidden: true })).points, 0);
  });
});
