import assert from "node:assert/strict";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import * as aen from "../../../../kernel/aen/index.js";
import { isBottomUp } from "../../../../kernel/aen/model/parameterList.js";
import { patternClips, smallestModel } from "./patternClips.js";

const settings = { record: false, device: "cpu", batch: 7, learningRate: 0.01, seed: 2 } as const;

/** Counts how often each frame is read. */
function counting(set: ClipSet): { clips: ClipSet; reads: Map<string, number> } {
  const reads = new Map<string, number>();
  const clips = set.clips.map((clip) => ({
    ...clip,
    read: (frames: readonly number[], signal?: AbortSignal) => {
      for (const frame of frames) {
        const key = `${clip.id}/${frame}`;
        reads.set(key, (reads.get(key) ?? 0) + 1);
      }
      return clip.read(frames, signal);
    },
  }));
  return { clips: new ClipSet(clips, set.labels), reads };
}

describe("a training with a frozen bottom-up branch", () => {
  let pretrained: aen.Model;
  before(async () => {
    const pretraining = { epochs: 10, learningRate: 0.01 };
    const run = await aen.train(aen.model(smallestModel), patternClips(6), {
      ...{ ...settings, epochs: 0, pretraining },
    });
    pretrained = run.pretrainedModel();
  });

  it("looks at every frame once, however many epochs there are", async () => {
    const { clips, reads } = counting(patternClips(4));
    const run = await aen.train(pretrained, clips, { ...settings, epochs: 5, bottomUp: "frozen" });
    assert.equal(reads.size, 4 * 28);
    assert.ok([...reads.values()].every((count) => count === 1));
    assert.equal(run.epochs.length, 5);
  });

  it("changes the temporal encoders and the top-down branch alone, and they learn", async () => {
    const held = patternClips(3, "held out");
    const run = await aen.train(pretrained, patternClips(6), {
      ...{ ...settings, epochs: 25, bottomUp: "frozen", validate: held },
    });
    const [before, after] = [pretrained.weights(), run.model.weights()];
    for (const [name, { data }] of after) {
      if (isBottomUp(name) || name.startsWith("frozen."))
        assert.deepEqual(data, before.get(name)!.data, name);
    }
    assert.notDeepEqual(after.get("head.emotion.weight"), before.get("head.emotion.weight"));
    const { loss } = run.epochs.at(-1)!;
    assert.ok(loss < 0.8 * run.epochs[0].loss, `${run.epochs[0].loss} to ${loss}`);
    const { uar } = await run.evaluate(held);
    assert.ok(uar > 0.5, `UAR ${uar}`);
  });

  it("gives the same numbers again", async () => {
    const clips = patternClips(3);
    const once = await aen.train(pretrained, clips, { ...settings, epochs: 1, bottomUp: "frozen" });
    const again = await aen.train(pretrained, clips, { ...settings, epochs: 1, bottomUp: "frozen" });
    assert.deepEqual(once.model.weights(), again.model.weights());
    assert.deepEqual(once.epochs[0].terms, again.epochs[0].terms);
  });
});
