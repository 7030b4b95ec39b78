import assert from "node:assert/strict";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { clipInLabels } from "../../../../kernel/aen/clips/clipInLabels.js";
import { rememberLabels } from "../../../../kernel/aen/clips/labelsOfClip.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { mafwLabels } from "../../../../kernel/aen/sources/datasets/mafwLabels.js";

/** A clip of MAFW. */
function clipOf(name: string | null): Clip {
  const label = name === null ? null : mafwLabels.emotionIndex(name);
  const clip = { id: "a", label, identity: null, frameCount: 1, frameRate: null, truth: null };
  return { ...clip, read: () => Promise.reject(new Error("no frames")) };
}

describe("a clip in a network's labels", () => {
  const shown = (name: string | null) => {
    const clip = clipOf(name);
    rememberLabels([clip], mafwLabels);
    const { label, originalLabel } = clipInLabels(clip, dfewLabels);
    return [label, originalLabel];
  };

  it("has its label by name, not by number", () => {
    assert.deepEqual(shown("Angry"), [dfewLabels.emotionIndex("Angry"), undefined]);
    assert.deepEqual(shown("Happy"), [dfewLabels.emotionIndex("Happy"), undefined]);
  });

  it("has no label where the network has no such emotion, and keeps the name", () => {
    assert.deepEqual(shown("Contempt"), [null, "Contempt"]);
    assert.deepEqual(shown(null), [null, undefined]);
  });

  it("is the very clip where the labels are the same, or nothing says what they refer to", () => {
    const [same, made] = [clipOf("Happy"), clipOf("Happy")];
    rememberLabels([same], mafwLabels);
    assert.equal(clipInLabels(same, mafwLabels), same);
    assert.equal(clipInLabels(made, dfewLabels), made);
  });
});
