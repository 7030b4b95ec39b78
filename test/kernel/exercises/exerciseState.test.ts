import assert from "node:assert/strict";
import { viewMimeTypes } from "../../../kernel/contracts/viewMimeTypes.js";
import { exerciseState } from "../../../kernel/exercises/exerciseState.js";

describe("the state of an exercise", () => {
  const shows = (points: number, hint?: string) => ({
    [viewMimeTypes["exercise-check"]]: { view: "exercise-check", points, maxPoints: 2, hint },
    "text/plain": String(points),
  });

  it("is open until its check has run", () => {
    assert.deepEqual(exerciseState({ hasRun: false, outputs: [] }), { state: "open" });
  });

  it("is what the check has found, with the points and the hint", () => {
    const state = (points: number, hint?: string) =>
      exerciseState({ hasRun: true, outputs: [{ "text/plain": "a" }, shows(points, hint)] });
    assert.deepEqual(state(2), { state: "passed", points: 2 });
    assert.deepEqual(state(1, "Axes."), { state: "partly", points: 1, hint: "Axes." });
    const failed = exerciseState({ hasRun: true, outputs: [shows(0, "Axes.")], error: "Not right: Axes." });
    assert.deepEqual(failed, { state: "failed", points: 0, hint: "Axes." });
  });

  it("of a check in plain code is failed after an error, whose message is the hint, and else passed", () => {
    const failed = exerciseState({ hasRun: true, outputs: [], error: "1 and 2?" });
    assert.deepEqual(failed, { state: "failed", hint: "1 and 2?" });
    assert.deepEqual(exerciseState({ hasRun: true, outputs: [{ "text/plain": "3" }] }), { state: "passed" });
  });

  it("does not rest on a payload of another shape", () => {
    for (const payload of [null, 3, "a", {}, { points: "2", maxPoints: 2 }])
      assert.deepEqual(
        exerciseState({ hasRun: false, outputs: [{ [viewMimeTypes["exercise-check"]]: payload }] }),
        { state: "open" },
      );
  });
});
