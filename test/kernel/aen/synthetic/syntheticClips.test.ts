import assert from "node:assert/strict";
import { syntheticClips } from "../../../../kernel/aen/synthetic/syntheticClips.js";
import { usualDeviations } from "../../../../kernel/aen/synthetic/storyline.js";
import { namesakesText } from "../../../../kernel/aen/clips/namesakes.js";
import { personsOf } from "../../../../kernel/aen/clips/personOf.js";
import { LabelSet } from "../../../../kernel/aen/labels.js";

describe("synthetic clips", () => {
  it("give every emotion equally often and every person every emotion", async () => {
    const set = await syntheticClips({ perEmotion: 6, identities: 3 });
    assert.deepEqual(set.classCounts, [6, 6, 6, 6, 6, 6, 6]);
    assert.equal(set.identities.length, 3);
    for (const identity of set.identities) {
      assert.deepEqual(set.filter((clip) => clip.identity === identity).classCounts, [2, 2, 2, 2, 2, 2, 2]);
    }
  });

  it("have the same pixels for the same seed, frame by frame or all at once, and others for another", async () => {
    const [one, same, other] = await Promise.all(
      [1, 1, 2].map((seed) => syntheticClips({ perEmotion: 1, identities: 1, seed, size: 48, frames: 5 })),
    );
    const all = await one.clips[3].read([0, 1, 2, 3, 4]);
    const third = await same.clips[3].read([2]);
    assert.deepEqual(all.data.subarray(2 * 48 * 48 * 3, 3 * 48 * 48 * 3), third.data);
    assert.notDeepEqual((await other.clips[3].read([2])).data, third.data);
    assert.equal(one.contentHash, same.contentHash);
    assert.notEqual(one.contentHash, other.contentHash);
  });

  it("tell the truth of every frame and deviate in the share of frames that was asked for, less those that agree", async () => {
    const set = await syntheticClips({ perEmotion: 40, deviating: 0.3, frames: 20 });
    const frames = set.clips.flatMap(({ truth, label }) => truth!.map((frame) => ({ ...frame, label })));
    const deviating = frames.filter(({ deviation }) => deviation !== undefined);
    const share = deviating.length / frames.length;
    const agreeing = (usualDeviations["other emotion"] + usualDeviations.neutral) / 7;
    assert.ok(Math.abs(share - 0.3 * (1 - agreeing)) < 0.015, `share ${share}`);
    for (const { emotion, deviation, label } of frames) {
      assert.equal(emotion !== label, deviation === "other emotion" || deviation === "neutral");
    }
    assert.deepEqual([...new Set(deviating.map(({ deviation }) => deviation))].sort(), [
      "blink",
      "blur",
      "hand over the mouth",
      "neutral",
      "no face",
      "other emotion",
      "turned away",
    ]);
  });

  it("show the same people for the same seed only, so that sets of two seeds share nobody", async () => {
    const drawn = (seed: number, frames: number) =>
      syntheticClips({ perEmotion: 2, identities: 2, seed, frames });
    const [one, longer, other] = await Promise.all([drawn(1, 4), drawn(1, 8), drawn(2, 4)]);
    assert.equal(personsOf([...one.clips, ...longer.clips]).size, 2);
    assert.deepEqual(
      [...personsOf([...one.clips, ...other.clips])],
      ["seed 1, person 1", "seed 1, person 2", "seed 2, person 1", "seed 2, person 2"],
    );
    assert.equal(namesakesText([...one.clips, ...other.clips]), null);
  });

  it("follow other label sets", async () => {
    const labels = new LabelSet(["Anger", "Joy"], { Negative: ["Anger"], Positive: ["Joy"] });
    const set = await syntheticClips({ perEmotion: 2, labels });
    assert.deepEqual(set.classCounts, [2, 2]);
    const contempt = new LabelSet(["Contempt", "Joy"], { Negative: ["Contempt"], Positive: ["Joy"] });
    await assert.rejects(
      syntheticClips({ labels: contempt }),
      /"Contempt" cannot be drawn; synthetic faces show/,
    );
  });

  it("can be unfair to dark skin: fewer people, or pictures that show less", async () => {
    const few = await syntheticClips({ perEmotion: 40, frames: 1, skew: { darkSkin: 0 } });
    assert.ok(few.clips.every(({ groups }) => groups!.skin === "light"));
    const people = { perEmotion: 8, frames: 1, size: 48, deviating: 0 };
    const [fair, dim] = await Promise.all([
      syntheticClips(people),
      syntheticClips({ ...people, skew: { darkSkinContrast: 0 } }),
    ]);
    assert.notEqual(fair.contentHash, dim.contentHash);
    for (const [place, clip] of fair.clips.entries()) {
      const [one, other] = await Promise.all([clip.read([0]), dim.clips[place].read([0])]);
      const sum = (pixels: Uint8Array) => pixels.reduce((total, value) => total + value, 0);
      if (clip.groups!.skin === "dark") assert.ok(sum(other.data) < sum(one.data), clip.id);
      else assert.deepEqual(other.data, one.data, clip.id);
    }
  });

  it("say which option is wrong", async () => {
    await assert.rejects(syntheticClips({ deviating: 1 }), /"deviating" must lie between 0 and 0\.8, got 1/);
    await assert.rejects(syntheticClips({ perEmotion: 1.5 }), /"perEmotion" must be a positive whole number/);
    await assert.rejects(
      syntheticClips({ skew: { darkSkin: 2 } }),
      /"skew\.darkSkin" must lie between 0 and 1, got 2/,
    );
    await assert.rejects(
      syntheticClips({ skew: { darkSkinContrast: -1 } }),
      /"skew\.darkSkinContrast" must lie between 0 and 1, got -1/,
    );
    await assert.rejects(
      syntheticClips({ skew: { skin: 0.5 } as never }),
      /"skew" has no "skin"; it can have darkSkin and darkSkinContrast/,
    );
    const set = await syntheticClips({ perEmotion: 1, size: 32 });
    await assert.rejects(set.clips[0].read([24]), /frames 0 to 23; there is no frame 24/);
  });
});
