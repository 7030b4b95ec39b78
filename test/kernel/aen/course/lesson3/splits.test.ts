import assert from "node:assert/strict";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { pointsOf } from "../../../../../kernel/aen/course/exercise.js";
import { sharedPeople } from "../../../../../kernel/aen/course/lesson3/splits.js";
import { syntheticClips } from "../../../../../kernel/aen/synthetic/syntheticClips.js";

const sharedBy = (train: readonly unknown[], test: readonly unknown[]) =>
  test.filter((person) => train.includes(person)).length / test.length;

describe("lesson 3 counts people on both sides of a split", () => {
  it("as a share of the test stills, from their list and not from the list of people", async () => {
    assert.equal((await checkAnswer(sharedPeople, sharedBy)).points, pointsOf(sharedPeople));
    const ofPeople = (train: number[], test: number[]) => sharedBy(train, [...new Set(test)]);
    assert.equal((await checkAnswer(sharedPeople, ofPeople)).points, 0);
  });

  it("and finds none under the product's split by person, and all under one by clip", async () => {
    const clips = await syntheticClips({ perEmotion: 8, identities: 4, frames: 2, size: 32, seed: 2 });
    const share = (by: "identity" | "clip") => {
      const { train, test } = clips.split({ by, test: 0.25, seed: 1 });
      const [known, asked] = [train, test].map((part) => part.clips.map(({ identity }) => identity));
      return sharedBy(known, asked);
    };
    assert.deepEqual([share("identity"), share("clip")], [0, 1]);
  });
});
