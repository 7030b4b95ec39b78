import assert from "node:assert/strict";
import { drawnAnswers } from "../../../../../kernel/aen/course/lesson8/clipAnswer.js";
import {
  drawClips,
  drawPeople,
  gapsOf,
  intervalOf,
} from "../../../../../kernel/aen/course/lesson8/drawnGaps.js";

const width = ({ low, high }: { low: number; high: number }) => high - low;

describe("the interval that lesson 8 compares with", () => {
  it("holds the middle of the gaps", () => {
    const gaps = Array.from({ length: 1000 }, (_, at) => at);
    assert.deepEqual(intervalOf(gaps, 0.95), { low: 25, high: 974 });
    assert.deepEqual(intervalOf(gaps, 1), { low: 0, high: 999 });
  });

  it("has the width that the spread of people gives, which clips alone do not", () => {
    // Recalls of 20 people are 1 or 0, half of each: the gap's standard error is sqrt(2 * 0.25 / 20).
    const answers = ["light", "dark"].flatMap((group) =>
      drawnAnswers(group, [{ group, people: 20, clips: { Happy: 3, Sad: 3 }, skills: [1, 0] }]),
    );
    const expected = 2 * 1.96 * Math.sqrt(0.5 / 20);
    const people = width(intervalOf(gapsOf(answers, drawPeople), 0.95));
    assert.ok(Math.abs(people / expected - 1) < 0.1, `${people} where ${expected} is expected`);
    const clips = width(intervalOf(gapsOf(answers, drawClips), 0.95));
    assert.ok(Math.abs(clips / people - Math.sqrt(1 / 6)) < 0.06, "six alike clips a person");
  });
});
