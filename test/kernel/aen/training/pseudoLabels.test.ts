import assert from "node:assert/strict";
import { clipBatches } from "../../../../kernel/aen/batches/clipBatches.js";
import type { ClipBatch } from "../../../../kernel/aen/batches/clipBatch.js";
import { model as newModel } from "../../../../kernel/aen/model/model.js";
import {
  CachedPseudoLabels,
  ComputedPseudoLabels,
  gatherFrames,
} from "../../../../kernel/aen/training/pseudoLabels.js";
import { withSights } from "./facelessClips.js";
import { patternClips, smallestModel } from "./patternClips.js";

describe("the logits of the frozen frame model", () => {
  const clips = patternClips(1);
  const model = newModel(smallestModel);
  after(() => model.dispose());

  async function firstBatch(): Promise<ClipBatch> {
    const options = { batch: 3, frames: 2, size: 16, mode: "train", augment: false, workers: 0 } as const;
    for await (const batch of clipBatches(clips, options)) return batch;
    assert.fail();
  }

  it("are the same of frames seen once and of frames seen in every batch, and stay as the model trains", async () => {
    model.freezeFrameModel();
    const batch = await firstBatch();
    const computed = new ComputedPseudoLabels(model, "cpu");
    const inEveryBatch = await computed.logitsOf(batch);
    assert.equal(inEveryBatch.length, 3 * 2 * 7);
    const weights = model.weights();
    for (const [name, { data }] of weights) if (name.startsWith("head.frame.")) data.fill(0.5);
    model.setWeights(new Map([...weights].filter(([name]) => !name.startsWith("frozen."))));
    const once = await (await CachedPseudoLabels.compute(model, clips, "cpu")).logitsOf(batch);
    const off = once.map((logit, i) => Math.abs(logit - inEveryBatch[i]));
    assert.ok(Math.max(...off) < 1e-5, `${Math.max(...off)}`);
    assert.ok(new Set(once).size > 7, "frames differ");
    await computed.dispose();
  });

  it("are not computed of frames without a face, and are the same of the others", async () => {
    model.freezeFrameModel();
    const marked = withSights(clips, () => ["seen", "none", "seen", "none"]);
    const of = async (set: typeof clips) =>
      (await CachedPseudoLabels.compute(model, set, "cpu")).byClip.get("pattern-0")!;
    const [found, all] = [await of(marked), await of(clips)];
    for (const frame of [0, 1, 2, 3]) {
      const [a, b] = [found, all].map((logits) => [...logits.subarray(7 * frame, 7 * frame + 7)]);
      if (frame % 2 === 1) assert.ok(a.every((logit) => logit === 0));
      else a.forEach((logit, i) => assert.ok(Math.abs(logit - b[i]) < 1e-5));
    }
  });

  it("are computed step by step, so that a stop ends it", async () => {
    const stopping = async () => {
      throw new Error("stopped");
    };
    await assert.rejects(CachedPseudoLabels.compute(model, clips, "cpu", stopping), /stopped/);
    const signal = AbortSignal.abort(new Error("aborted"));
    const reading = clips.clips.map((clip) => ({
      ...clip,
      read: async (frames: readonly number[], given?: AbortSignal) => {
        given?.throwIfAborted();
        return clip.read(frames);
      },
    }));
    await assert.rejects(CachedPseudoLabels.compute(model, reading, "cpu", undefined, signal), /aborted/);
  });

  it("need a frozen frame model", () => {
    const fresh = newModel(smallestModel);
    assert.throws(() => new ComputedPseudoLabels(fresh, "cpu"), /no frozen frame model yet/);
    fresh.dispose();
  });
});

describe("frames gathered by number", () => {
  const [a, b] = patternClips(1).clips;
  /** Frame n of a clip is [n, -n], 10 more for the second clip. */
  const byClip = new Map([
    [a.id, Float32Array.of(0, -0, 1, -1, 2, -2, 3, -3)],
    [b.id, Float32Array.of(10, -10, 11, -11, 12, -12, 13, -13)],
  ]);

  it("are in the order of clips and numbers, repeated where a number is", () => {
    const numbers = [
      [3, 0, 3],
      [1, 1, 2],
    ];
    const gathered = gatherFrames([b, a], numbers, byClip, 2);
    assert.deepEqual([...gathered], [13, -13, 10, -10, 13, -13, 1, -1, 1, -1, 2, -2]);
    assert.equal(gatherFrames([], [], byClip, 2).length, 0);
  });

  it("are refused of a clip that was not computed", () => {
    assert.throws(() => gatherFrames([{ ...a, id: "z" }], [[0]], byClip, 2), /computed for the clip "z"/);
  });
});
