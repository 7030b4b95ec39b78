import assert from "node:assert/strict";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { viewMimeTypes } from "../../../../kernel/contracts/viewMimeTypes.js";
import type { TimelinePayload } from "../../../../kernel/contracts/payloads/timeline.js";
import { timelineView } from "../../../../kernel/figures/bundles/timeline.js";
import { draws, examplePrediction } from "../examples.js";

const prediction = examplePrediction("clip-0001", draws(3), dfewLabels, 16);
const truth = Array.from({ length: 16 }, (_, t) => ({
  emotion: t === 5 ? 2 : prediction.label!,
  intensity: 0.5,
  ...(t === 5 && { deviation: "neutral" as const }),
}));

describe("timelineView", () => {
  it("names the frames that deviate", async () => {
    const clip = { id: prediction.clip, label: prediction.label, truth, frameRate: 25 };
    const text = (await timelineView({ clip, prediction, labels: dfewLabels }))["text/plain"] as string;
    assert.match(text, /1 of 16 frames deviate from the label: 5\./);
  });

  it("takes the raw logit of the true class as the transfer score", async () => {
    const clip = { id: prediction.clip, label: prediction.label, truth: null, frameRate: null };
    const bundle = await timelineView({ clip, prediction, labels: dfewLabels });
    const { frames } = (bundle[viewMimeTypes["frame-timeline"]] as TimelinePayload).clip;
    const expected = prediction.pseudoLabelLogits!.map((logits) => logits![prediction.label!]);
    frames!.score!.forEach((score, t) => assert.ok(Math.abs(score! - expected[t]) < 1e-4));
    assert.equal(frames!.truth, undefined);
  });

  it("says so when no frames are known", async () => {
    const { clip: id, label } = prediction;
    const bare = {
      ...prediction,
      frameNumbers: [],
      pseudoLabelLogits: [],
      frameLogits: undefined,
      frameAttention: undefined,
    };
    const bundle = await timelineView({
      clip: { id, label, truth: null, frameRate: null },
      prediction: bare,
      labels: dfewLabels,
    });
    assert.match(bundle["text/plain"] as string, /No frames were saved/);
    assert.match(bundle["image/svg+xml"] as string, /^<svg /);
  });
});
