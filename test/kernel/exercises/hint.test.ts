import assert from "node:assert/strict";
import { hintFor } from "../../../kernel/exercises/hint.js";

describe("the hint of an exercise", () => {
  const exercise = { number: "6.2", points: 2, isReadByHand: false, answers: ["answer"], check: "check" };

  it("is what the check has found", () => {
    const hint = hintFor(exercise, { state: "failed", points: 0, hint: "Which axis?" }, "de");
    assert.deepEqual(hint, { text: "Aufgabe 6.2: Which axis?", needsCheck: false });
  });

  it("needs a check first", () => {
    const { text, needsCheck } = hintFor(exercise, { state: "open" }, "en");
    assert.ok(needsCheck);
    assert.match(text, /^Check your answer first/);
  });

  it("is none where the exercise is passed", () => {
    const { text, needsCheck } = hintFor(exercise, { state: "passed", points: 2 }, "en");
    assert.ok(!needsCheck);
    assert.match(text, /^There is no hint/);
  });
});
