import assert from "node:assert/strict";
import { drawnAnswers } from "../../../../../kernel/aen/course/lesson8/clipAnswer.js";

describe("answers drawn for the exercises of lesson 8", () => {
  const draw = (name: string, skills: number[]) =>
    drawnAnswers(name, [{ group: "a", people: 3, clips: { Happy: 2, Sad: 1 }, skills }]);

  it("are the same at each call, and others under another name", () => {
    assert.deepEqual(draw("one", [0.5]), draw("one", [0.5]));
    assert.notDeepEqual(draw("one", [0.5]), draw("two", [0.5]));
  });

  it("have the clips that are asked for, each with a name of its own", () => {
    const answers = draw("one", [0.5]);
    assert.equal(new Set(answers.map(({ clip }) => clip)).size, 9);
    assert.equal(answers.filter(({ truth }) => truth === "Happy").length, 6);
  });

  it("are right as often as their people are read", () => {
    const right = draw("one", [1, 0]).map(({ truth, named }) => truth === named);
    assert.deepEqual(right, [true, true, true, false, false, false, true, true, true]);
  });
});
