import assert from "node:assert/strict";
import { pointsOf } from "../../../../kernel/aen/course/exercise.js";
import { exercises } from "../../../../kernel/aen/course/exercises.js";

describe("exercises", () => {
  it("are worth the sum of their parts", () => {
    const part = { what: "", examine: () => ({ share: 1 }) };
    assert.equal(
      pointsOf({
        id: "x",
        name: "",
        parts: [
          { ...part, points: 1.5 },
          { ...part, points: 2 },
        ],
      }),
      3.5,
    );
  });

  it("have numbers of their own, and points", () => {
    assert.equal(new Set(exercises.map(({ id }) => id)).size, exercises.length);
    assert.ok(exercises.every((exercise) => pointsOf(exercise) > 0));
  });
});
