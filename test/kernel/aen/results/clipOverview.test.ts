import assert from "node:assert/strict";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { Evaluation } from "../../../../kernel/aen/results/evaluation.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import type { ClipOverviewPayload } from "../../../../kernel/contracts/payloads/clipOverview.js";
import { viewMimeTypes } from "../../../../kernel/contracts/viewMimeTypes.js";
import { draws, examplePrediction } from "../../figures/examples.js";
import { greyClip } from "./evaluatedClips.js";

const frames = 8;

/** Clip k has k mod 6 frames that deviate. */
function evaluation(count: number): Evaluation {
  const draw = draws(3);
  const predictions = Array.from({ length: count }, (_, k) =>
    examplePrediction(`clip ${k}`, draw, dfewLabels, frames),
  );
  const clips = predictions.map((prediction, k) => {
    const truth = Array.from({ length: frames }, (_, t) => ({
      ...{ emotion: prediction.label!, intensity: 1 },
      ...(t < k % 6 && { deviation: "blur" as const }),
    }));
    return greyClip(prediction, truth);
  });
  return new Evaluation(new ClipSet(clips, dfewLabels), predictions);
}

describe("result.overview()", () => {
  it("has the clips whose frames deviate most first", () => {
    const order = evaluation(12)
      .overview()
      .clips.map(({ clip }) => Number(clip.id.slice(5)) % 6);
    assert.deepEqual(order, [5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 0, 0]);
  });

  it("shows every clip with its frames, and pictures of those that deviate most", async () => {
    const bundle = await evaluation(50).overview()[displayMethod]();
    const { clips } = bundle[viewMimeTypes["clip-overview"]] as ClipOverviewPayload;
    assert.equal(clips.length, 50);
    assert.ok(clips.every((clip) => clip.frames!.truth!.length === frames));
    const pictured = clips.filter((clip) => clip.frames!.thumbnails);
    assert.equal(pictured.length, 4);
    assert.equal(pictured[0].frames!.thumbnails!.length, frames);
    const deviating = (clip: (typeof clips)[number]) =>
      clip.frames!.truth!.filter((one) => one.deviation).length;
    const bare = clips.filter((clip) => !clip.frames!.thumbnails);
    assert.ok(Math.min(...pictured.map(deviating)) >= Math.max(...bare.map(deviating)));
  });

  it("reads in a terminal as it is shown", async () => {
    const overview = evaluation(7).overview();
    assert.match(
      String(overview),
      /7 clips, those whose frames deviate most first\.\n.*\n {2}63 % {2}clip 5\n/s,
    );
    assert.equal((await overview[displayMethod]())["text/plain"], String(overview));
  });
});
