import assert from "node:assert/strict";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { labelsOfClip } from "../../../../kernel/aen/clips/labelsOfClip.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { mafwLabels } from "../../../../kernel/aen/sources/datasets/mafwLabels.js";

describe("what a clip's label refers to", () => {
  const clip = {
    id: "a",
    label: 0,
    identity: null,
    frameCount: 1,
    frameRate: null,
    truth: null,
  } as unknown as Clip;

  it("is unknown until a set holds the clip, then the labels of the last set", () => {
    assert.equal(labelsOfClip(clip), undefined);
    for (const labels of [dfewLabels, mafwLabels]) {
      new ClipSet([clip], labels);
      assert.equal(labelsOfClip(clip), labels);
    }
  });
});
