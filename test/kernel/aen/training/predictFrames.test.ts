import assert from "node:assert/strict";
import * as aen from "../../../../kernel/aen/index.js";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import type { FaceSight } from "../../../../kernel/contracts/frameTruth.js";
import { predictFrames, spreadFrames } from "../../../../kernel/aen/training/predictFrames.js";
import { Predictor } from "../../../../kernel/aen/training/predictor.js";

/** A clip whose frame n is of one grey level, 10 n. */
function greyClip(frameCount: number): Clip {
  return {
    id: "grey",
    label: 1,
    identity: null,
    frameCount,
    frameRate: 25,
    truth: null,
    async read(frames) {
      const data = new Uint8Array(frames.length * 32 * 32 * 3);
      frames.forEach((frame, index) => data.fill(10 * frame, index * 3072, (index + 1) * 3072));
      return { count: frames.length, height: 32, width: 32, data };
    },
  };
}

describe("prediction of many frames of a clip", () => {
  const model = aen.model("tiny");
  model.freezeFrameModel();
  const predictor = new Predictor(model, "tensorflow");
  const clips = new aen.ClipSet([greyClip(10)], aen.dfewLabels);
  after(() => predictor.dispose());

  it("gives each frame what the frame model says of it alone", async () => {
    const numbers = [0, 3, 5, 6, 7, 9];
    const prediction = await predictFrames(predictor, clips, numbers);
    assert.deepEqual(prediction.frameNumbers, numbers);
    assert.equal(prediction.pseudoLabelLogits?.length, 6);
    for (const [index, frame] of numbers.entries()) {
      const still = { ...greyClip(4), read: (f: readonly number[]) => greyClip(10).read(f.map(() => frame)) };
      const [alone] = await predictor.predict(new aen.ClipSet([still], aen.dfewLabels));
      alone.pseudoLabelLogits?.[0]?.forEach((logit, c) => {
        assert.ok(Math.abs(logit - (prediction.pseudoLabelLogits?.[index]?.[c] ?? NaN)) < 1e-5);
      });
    }
  });

  it("has no logits of frames without a face, which it names among those asked for", async () => {
    const faceSights = Array.from({ length: 10 }, (_, frame) => (frame < 5 ? "none" : "seen") as FaceSight);
    const marked = new aen.ClipSet([{ ...greyClip(10), faceSights }], aen.dfewLabels);
    const prediction = await predictFrames(predictor, marked, [0, 3, 5, 9]);
    assert.deepEqual(prediction.withoutFace, [0, 3]);
    for (const logits of [prediction.pseudoLabelLogits!, prediction.frameLogits!])
      assert.deepEqual(logits.map(Boolean), [false, false, true, true]);
    assert.equal((await predictFrames(predictor, marked, [6, 7])).withoutFace, undefined);
  });

  it("keeps the scores of the clip as a whole and attention that sums to at most 1", async () => {
    const [whole] = await predictor.predict(clips);
    const prediction = await predictFrames(predictor, clips, spreadFrames(10, 8));
    assert.deepEqual(prediction.emotionLogProbabilities, whole.emotionLogProbabilities);
    const attention = prediction.frameAttention ?? [];
    assert.equal(attention.length, 8);
    assert.ok(attention.reduce((a, b) => a + b) <= 1);
  });

  it("spreads frames from the first to the last", () => {
    assert.deepEqual(spreadFrames(5, 48), [0, 1, 2, 3, 4]);
    assert.deepEqual(spreadFrames(101, 3), [0, 50, 100]);
    assert.deepEqual(spreadFrames(1, 48), [0]);
    for (const most of [NaN, 0, 2.5, Infinity])
      assert.throws(() => spreadFrames(5, most), /"frames" must be a whole number of 1 or more/);
  });
});
