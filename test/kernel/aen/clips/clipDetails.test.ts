import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import type { FaceSight } from "../../../../kernel/contracts/frameTruth.js";
import { clipsDetails, framesDetails, isClip } from "../../../../kernel/aen/clips/clipDetails.js";
import { patternClips } from "../training/patternClips.js";

describe("a set of clips in the viewer", () => {
  const set = patternClips(2);

  it("has a row for each clip, with its label, person, frames and a picture", async () => {
    const { count, clips } = await clipsDetails(set);
    assert.deepEqual([count, clips.length], [set.length, set.length]);
    const [first] = clips;
    const [clip] = set.clips;
    assert.deepEqual([first.id, first.frames, first.problem], [clip.id, clip.frameCount, ""]);
    assert.equal(first.label, dfewLabels.emotions[clip.label!]);
    assert.match(first.picture, /^data:image\/jpeg;base64,/);
  });

  it("says where frames show no face, and which clips were left out", async () => {
    const [clip] = set.clips;
    const sights = Array.from({ length: clip.frameCount }, (_, i) => (i > 1 ? "seen" : "none"));
    const shown = { ...set, clips: [{ ...clip, faceSights: sights as FaceSight[] }], labels: set.labels };
    const leftOut = [{ clip: "b", reason: "it has 3 frames" }];
    const details = await clipsDetails({ ...shown, leftOut });
    assert.match(details.clips[0].problem, new RegExp(`^2 of ${clip.frameCount} frames show no face$`));
    assert.deepEqual(details.leftOut, [{ id: "b", reason: "it has 3 frames" }]);
  });
});

describe("a clip in the viewer", () => {
  it("is its frames in order", async () => {
    const [clip] = patternClips(1).clips;
    const { frames, frameCount } = await framesDetails(clip);
    assert.equal(frameCount, clip.frameCount);
    assert.deepEqual(
      frames.map(({ number }) => number),
      Array.from({ length: Math.min(64, clip.frameCount) }, (_, i) => i),
    );
  });

  it("is known by its form", () => {
    assert.ok(isClip(patternClips(1).clips[0]));
    for (const other of [null, {}, { id: "a", frameCount: 3 }]) assert.equal(isClip(other), false);
  });
});
