import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { ClipTimeline } from "../../../../kernel/aen/results/clipTimeline.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import type { TimelinePayload } from "../../../../kernel/contracts/payloads/timeline.js";
import { viewMimeTypes } from "../../../../kernel/contracts/viewMimeTypes.js";
import { draws, examplePrediction } from "../../figures/examples.js";
import { greyClip } from "./evaluatedClips.js";

describe("the timeline of a clip", () => {
  const prediction = examplePrediction("clip 1", draws(1), dfewLabels, 6);
  const truth = Array.from({ length: 6 }, (_, frame) => ({ emotion: frame % 2, intensity: 1 }));
  const timeline = (beta: number) =>
    new ClipTimeline(greyClip(prediction, truth), prediction, dfewLabels, beta);

  it("says which clip it is and how many frames were seen", () => {
    assert.equal(String(timeline(0.3)), "timeline of clip 1, 6 frames");
  });

  it("shows the clip's frames with their truth and pictures, scored with its own beta", async () => {
    const shown = async (beta: number) =>
      (await timeline(beta)[displayMethod]())[viewMimeTypes["frame-timeline"]] as TimelinePayload;
    const { clip, beta } = await shown(0.75);
    assert.deepEqual([clip.id, beta], ["clip 1", 0.75]);
    assert.equal(clip.frames!.thumbnails!.length, 6);
    assert.deepEqual(
      clip.frames!.truth!.map(({ emotion }) => emotion),
      [0, 1, 0, 1, 0, 1],
    );
    assert.deepEqual((await shown(0)).beta, 0);
  });

  it("asks its clip for the frames that the network saw, and no others", async () => {
    const asked: number[][] = [];
    const own = greyClip({ ...prediction, frameNumbers: Array.from({ length: 30 }, (_, t) => t) });
    const clip: typeof own = {
      ...own,
      read: (frames) => {
        asked.push([...frames]);
        return own.read(frames);
      },
    };
    const seen = { ...prediction, frameNumbers: [3, 7, 9, 20, 21, 29] };
    await new ClipTimeline(clip, seen, dfewLabels, 0.3)[displayMethod]();
    assert.deepEqual(asked, [[3, 7, 9, 20, 21, 29]]);
  });
});
