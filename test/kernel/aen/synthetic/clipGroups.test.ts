import assert from "node:assert/strict";
import { stillsOf } from "../../../../kernel/aen/clips/stills.js";
import { groupsOf } from "../../../../kernel/aen/synthetic/clipGroups.js";
import { drawIdentity } from "../../../../kernel/aen/synthetic/identity.js";
import type { SyntheticRecipe } from "../../../../kernel/aen/synthetic/syntheticClip.js";
import { syntheticClips } from "../../../../kernel/aen/synthetic/syntheticClips.js";

const recipe: SyntheticRecipe = {
  ...{ seed: "groups", index: 0, person: 0, expressions: ["happy"], size: 32, difficulty: 0.2 },
  truth: [{ emotion: 0, intensity: 1 }],
};

describe("the groups of a drawn clip", () => {
  it("are those of the person drawn in it", () => {
    for (let person = 0; person < 40; person++) {
      const { skin, sex, age, glasses, beard } = groupsOf({ ...recipe, person });
      const identity = drawIdentity("groups", person);
      assert.equal(skin, identity.darkSkin ? "dark" : "light");
      assert.equal(sex, person % 2 === 0 ? "woman" : "man");
      assert.equal(age, identity.age < 0.5 ? "younger" : "older");
      assert.equal(glasses, identity.glasses ? "glasses" : "no glasses");
      assert.equal(beard, identity.beard > 0 ? "beard" : "no beard");
    }
  });

  it("have the camera beside more often as difficulty grows", () => {
    const many = (difficulty: number) =>
      Array.from({ length: 200 }, (_, index) => groupsOf({ ...recipe, index, difficulty }));
    for (const field of ["light", "camera"] as const)
      assert.deepEqual([...new Set(many(0.5).map((groups) => groups[field]))].sort(), ["front", "side"]);
    const turned = (difficulty: number) => many(difficulty).filter(({ camera }) => camera === "side").length;
    assert.ok(turned(0) < turned(0.5) && turned(0.5) < turned(1));
  });

  it("are on the clips of a set and on their stills, and say the same of all clips of a person", async () => {
    const set = await syntheticClips({ perEmotion: 8, frames: 4 });
    for (const identity of set.identities) {
      const skins = set.clips.filter((clip) => clip.identity === identity).map(({ groups }) => groups!.skin);
      assert.equal(new Set(skins).size, 1);
    }
    const still = stillsOf(set).clips[0];
    assert.deepEqual(still.groups, set.find(still.id.replace(/ frame .*/, ""))!.groups);
  });
});
