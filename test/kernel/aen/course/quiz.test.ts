import assert from "node:assert/strict";
import type { Exercise } from "../../../../kernel/aen/course/exercise.js";
import {
  matching,
  multipleChoice,
  numberQuestion,
  singleChoice,
} from "../../../../kernel/aen/course/quiz.js";

const question = { id: "x", name: "X", points: 1 };
const found = (exercise: Exercise, answer: unknown) => exercise.parts[0].examine(answer, false);

describe("quizzes", () => {
  it("with one right choice answer a wrong one with its hint", async () => {
    const quiz = singleChoice(question, "b", { a: "not a", c: "not c" });
    assert.deepEqual(await found(quiz, "B)"), { share: 1 });
    assert.deepEqual(await found(quiz, "c"), { share: 0, hint: "not c" });
    for (const answer of ["", "d", "a b", 3, null])
      assert.match((await found(quiz, answer)).hint!, /Give one letter: a, b, c/);
  });

  it("with several right choices take away as much for a wrong one as a right one gives", async () => {
    const quiz = multipleChoice(question, ["a", "c"], ["a", "b", "c", "d"], "Think.");
    const share = async (answer: unknown) => (await found(quiz, answer)).share;
    assert.deepEqual(
      [
        await share("c a"),
        await share(["A"]),
        await share("a b"),
        await share("a,b,c"),
        await share("a, b, c, d"),
      ],
      [1, 0.5, 0, 0.5, 0],
    );
    assert.doesNotMatch((await found(quiz, "a, b")).hint!, /\b[bd]\b/, "which choice is wrong is not said");
  });

  it("for a number take it as a number or as text, within a tolerance", async () => {
    const quiz = numberQuestion(question, 2, 0.01, "no", [{ value: 4, hint: "half of it" }]);
    assert.deepEqual(await found(quiz, " 2,005 "), { share: 1 });
    assert.deepEqual(await found(quiz, 2.02), { share: 0, hint: "no" });
    assert.deepEqual(await found(quiz, 4), { share: 0, hint: "half of it" });
    for (const answer of ["", "two", Infinity, undefined])
      assert.match((await found(quiz, answer)).hint!, /Give one number/);
  });

  it("that match count each right pair, and do not say which", async () => {
    const quiz = matching(question, { one: "a", two: "b" }, "Look again.");
    assert.deepEqual(await found(quiz, { one: "A", two: "b)" }), { share: 1 });
    assert.deepEqual(await found(quiz, { one: "a", two: "a" }), {
      share: 0.5,
      hint: "1 of 2 pairs is right. Look again.",
    });
    assert.match((await found(quiz, { one: "a" })).hint!, /one letter for each of one, two/);
  });
});
