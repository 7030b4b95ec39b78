import assert from "node:assert/strict";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { syntheticClips } from "../../../../kernel/aen/synthetic/syntheticClips.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";

function clip(id: string, label: number | null, identity: string | null): Clip {
  const read = () => Promise.reject(new Error("These clips have no frames."));
  return { id, label, identity, frameCount: 20, frameRate: null, truth: null, read };
}

/** 7 emotions by 12 people, each once; Disgust only by half of them. */
const cast = Array.from({ length: 84 }, (_, i) =>
  clip(`clip ${i}`, i % 7, `person ${Math.floor(i / 7)}`),
).filter(({ label }, i) => label !== 5 || i % 2 === 0);
const set = new ClipSet(cast, dfewLabels);
const share = (part: ClipSet) => part.length / set.length;

describe("a set of clips", () => {
  it("keeps every person on one side when it is split by identity", () => {
    const { train, test } = set.split({ by: "identity", test: 0.25, seed: 7 });
    assert.equal(train.length + test.length, set.length);
    assert.deepEqual(
      train.identities.filter((identity) => test.identities.includes(identity)),
      [],
    );
    assert.ok(Math.abs(share(test) - 0.25) < 0.05);
  });

  it("keeps the share of each emotion when it is split by clip", () => {
    const { test } = set.split({ by: "clip", test: 0.25, seed: 1 });
    set.classCounts.forEach((count, emotion) => {
      assert.ok(Math.abs(test.classCounts[emotion] - count / 4) <= 1, dfewLabels.emotions[emotion]);
    });
  });

  it("splits alike for the same seed and otherwise for another", () => {
    const ids = (seed: number) => set.split({ seed }).test.clips.map(({ id }) => id);
    assert.deepEqual(ids(4), ids(4));
    assert.notDeepEqual(ids(4), ids(5));
  });

  it("makes folds whose test sets are disjoint and together the whole set", () => {
    const folds = set.folds(5, { by: "identity", seed: 2 });
    const tested = folds.flatMap(({ test }) => test.clips.map(({ id }) => id));
    assert.equal(tested.length, set.length);
    assert.equal(new Set(tested).size, set.length);
    for (const { train, test } of folds) {
      assert.equal(train.length + test.length, set.length);
      assert.ok(test.identities.length >= 2 && test.identities.length <= 3);
    }
  });

  it("says what to do when it cannot be split", () => {
    const unknown = new ClipSet([clip("a", 0, null), clip("b", 1, "x")], dfewLabels);
    assert.throws(() => unknown.split({ by: "identity" }), /"a" has no identity.*by: "clip"/s);
    assert.throws(() => set.split({ test: 1 }), /between 0 and 1, got 1/);
    assert.throws(() => set.folds(13, { by: "identity" }), /12 identities cannot be split into 13 parts/);
    assert.throws(() => new ClipSet([clip("a", 0, null), clip("a", 1, null)], dfewLabels), /same id "a"/);
    assert.throws(() => new ClipSet([clip("a", 7, null)], dfewLabels), /label 7; it must be 0\.\.6/);
  });

  it("has a content hash that depends on labels and clips, not on the object", () => {
    assert.equal(set.contentHash, new ClipSet([...cast], dfewLabels).contentHash);
    assert.notEqual(set.contentHash, set.filter((_, i) => i > 0).contentHash);
    assert.match(set.contentHash, /^[0-9a-f]{64}$/);
    const grouped = (sex: string) => new ClipSet([{ ...cast[0], groups: { sex } }], dfewLabels).contentHash;
    assert.notEqual(grouped("man"), grouped("woman"));
  });

  it("shows a table and a sheet of frames", async () => {
    const faces = await syntheticClips({
      perEmotion: 2,
      identities: 2,
      size: 32,
      frames: 10,
      deviating: 0.3,
    });
    const bundle = await faces[displayMethod]();
    assert.match(
      String(bundle["text/plain"]),
      /^14 clips, 2 identities, 140 frames \(10 a clip\)\n\nemotion +clips +frames +deviating\nHappy +2 +20 +\d+ %/,
    );
    const sheet = Buffer.from(String(bundle["image/jpeg"]), "base64");
    assert.equal(sheet.subarray(0, 3).toString("hex"), "ffd8ff");
  });

  it("shows an empty set in words", async () => {
    const bundle = await set.filter(() => false)[displayMethod]();
    assert.match(String(bundle["text/plain"]), /^No clips\./);
  });
});
