import assert from "node:assert/strict";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { Random } from "../../../../kernel/random/random.js";
import * as aen from "../../../../kernel/aen/index.js";

/** The same clips with one another's labels. */
function shuffled(set: ClipSet): ClipSet {
  const labels = new Random(5, "shuffled labels").shuffle(set.clips.map(({ label }) => label));
  return new ClipSet(
    set.clips.map((clip, index) => ({ ...clip, label: labels[index] })),
    set.labels,
  );
}

/**
 * The quickstart's way at a size for a test; README.md says what the quickstart itself reaches, and by which command.
 */
describe("AEN on drawn clips of people whom it has never seen", function () {
  this.timeout(400_000);
  const drawn = { frames: 8, size: 48, seed: 11 };
  let parts: aen.TrainAndTest;
  let stills: ClipSet;
  before(async () => {
    const clips = await aen.clips.synthetic({ perEmotion: 28, identities: 28, deviating: 0.2, ...drawn });
    parts = clips.split({ by: "identity", test: 0.4, seed: 11 });
    const others = await aen.clips.synthetic({
      ...{ perEmotion: 70, identities: 70, deviating: 0, ...drawn, seed: 1011 },
    });
    stills = aen.clips.stills(others, { perClip: 3 });
  });

  async function uarAfterLearning(train: ClipSet, labelledStills: ClipSet): Promise<number> {
    const augment = { smallestCrop: 0.7, jitter: "clip" } as const;
    const pretraining = { stills: labelledStills, epochs: 8, framesPerClip: 1, augment };
    const run = await aen.train(aen.model({ preset: "small", size: 32, frames: 4 }), train, {
      ...{ pretraining, epochs: 9, seed: 11, device: "cpu", record: false },
    });
    return (await run.evaluate(parts.test)).uar;
  }

  it("is far above chance, 1/7", async () => {
    const uar = await uarAfterLearning(parts.train, stills);
    if (process.env.AEN_FIGURES) console.log(`      UAR ${uar.toFixed(3)}`);
    assert.ok(uar > 0.4, `UAR ${uar}`);
  });

  it("is at chance when the labels were shuffled, so nothing of the test leaks into the training", async () => {
    const uar = await uarAfterLearning(shuffled(parts.train), shuffled(stills));
    if (process.env.AEN_FIGURES) console.log(`      UAR ${uar.toFixed(3)}`);
    assert.ok(uar < 0.27, `UAR ${uar} of ${parts.test.length} clips`);
  });
});
