import assert from "node:assert/strict";
import * as aen from "../../../../kernel/aen/index.js";
import { withValidation } from "../../../../kernel/aen/training/validation.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { patternClips, smallestModel } from "./patternClips.js";

describe("the clips to validate on", function () {
  this.timeout(60_000);
  const record = temporaryFolder();
  const clips = patternClips(4);
  const ids = (set: aen.ClipSet) => set.clips.map(({ id }) => id);

  it("are the set that is given, beside all training clips", () => {
    const others = patternClips(1, "others");
    assert.deepEqual(withValidation(clips, others), { learnt: clips, validate: others });
    assert.deepEqual(withValidation(clips, undefined), { learnt: clips, validate: undefined });
  });

  it("are a share of the training clips by person, the same for the same seed", () => {
    const { learnt, validate } = withValidation(clips, 0.25, { seed: 3 });
    assert.deepEqual([...ids(learnt), ...ids(validate!)].sort(), ids(clips).sort());
    assert.equal(validate!.length, clips.length / 4);
    assert.ok(validate!.identities.every((identity) => !learnt.identities.includes(identity)));
    assert.deepEqual(ids(withValidation(clips, 0.25, { seed: 3 }).validate!), ids(validate!));
    const ofSeeds = [1, 2, 3, 4, 5, 6].map((seed) =>
      ids(withValidation(clips, 0.25, { seed }).validate!).join(),
    );
    assert.ok(new Set(ofSeeds).size > 1, "seeds differ");
  });

  it("refuse anything that is not a share", () => {
    for (const share of [0, 1, -0.1, 20, NaN]) {
      assert.throws(
        () => aen.train(aen.model(smallestModel), clips, { validate: share, record: false }),
        /\{ validate \} must be a set of clips, or the share of the training clips to hold out, between 0 and 1; got/,
      );
    }
  });

  it("mean the same to aen.train, aen.trainFolds and aen.resume", async () => {
    const settings: aen.TrainOptions = {
      ...{ device: "cpu", batch: 7, seed: 3, epochs: 2, validate: 0.25, record },
      pretraining: { epochs: 1, batch: 14 },
    };
    const model = aen.model(smallestModel);
    const run = await aen.train(model, clips, settings);
    const pair = { train: clips, test: patternClips(1, "tested") };
    const { folds } = await aen.trainFolds(model, clips, { ...settings, folds: [pair] });
    const resumed = await aen.resume(run.id, clips, { validate: 0.25, record });
    for (const other of [folds[0].run!, resumed]) {
      assert.deepEqual(ids(other.plan.validate!), ids(run.plan.validate!));
      assert.deepEqual(ids(other.clips), ids(run.clips));
    }
    assert.equal(run.plan.validate!.length, 7);
    assert.ok(run.epochs.some(({ validation }) => validation));
    assert.throws(
      () => aen.resume(run.id, clips, { validate: 0.5, record }),
      /clips are not those of the run/,
    );
  });
});
