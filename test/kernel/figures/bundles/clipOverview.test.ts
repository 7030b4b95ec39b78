import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { clipOverviewBundle, clipOverviewPayload } from "../../../../kernel/figures/bundles/clipOverview.js";
import { byDeviation } from "../../../../kernel/figures/compute/overview.js";
import { draws, examplePrediction } from "../examples.js";

function overview(count: number, frames = 3) {
  const draw = draws(4);
  const predictions = Array.from({ length: count }, (_, i) =>
    examplePrediction(`clip-${i}`, draw, dfewLabels, frames),
  );
  return clipOverviewPayload({ predictions, labels: dfewLabels });
}

describe("clipOverview", () => {
  it("draws and writes the clips in the same order, the most deviating first", async () => {
    const payload = overview(12);
    const bundle = await clipOverviewBundle(payload);
    const wanted = byDeviation(payload.clips).map(({ id }) => id);
    const inText = [...(bundle["text/plain"] as string).matchAll(/%\s+(clip-\d+)/g)].map(([, id]) => id);
    const inPicture = [...(bundle["image/svg+xml"] as string).matchAll(/>(clip-\d+)</g)].map(([, id]) => id);
    assert.deepEqual(inText, wanted);
    assert.deepEqual(inPicture, wanted);
  });

  it("does not cut its captions, however few the frames", async () => {
    const bundle = await clipOverviewBundle(overview(105, 2));
    const svg = bundle["image/svg+xml"] as string;
    assert.match(svg, />105 clips, those whose frames deviate most first\.</);
    assert.match(svg, /Underlined: the frame deviates from the clip's label\.</);
  });

  it("keeps the frames of the thousand clips that deviate most, and counts the others", async () => {
    const payload = overview(1200);
    assert.equal(payload.clips.length, 1200);
    assert.equal(payload.clips.filter(({ frames }) => frames).length, 1000);
    const text = (await clipOverviewBundle(payload))["text/plain"] as string;
    assert.match(text, /1000 clips, .* 200 more are left out: their frames were not saved with this view\./);
  }).timeout(20_000);
});
