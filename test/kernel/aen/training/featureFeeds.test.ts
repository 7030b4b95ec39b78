import assert from "node:assert/strict";
import type { ArrayValue } from "../../../../kernel/engine/contract.js";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { Model } from "../../../../kernel/aen/model/model.js";
import { configurationOf } from "../../../../kernel/aen/model/presets.js";
import { ClipFeatures } from "../../../../kernel/aen/training/clipFeatures.js";
import { featureFeeds } from "../../../../kernel/aen/training/featureFeeds.js";
import type { StepFeed } from "../../../../kernel/aen/training/phaseLoop.js";
import { patternClips, smallestModel } from "./patternClips.js";

describe("the feeds of a training from kept features", () => {
  const clips = patternClips(2);
  const plan = { seed: 1, sampling: "even", balanced: false, batch: 4 } as const;
  let model: Model;
  let features: ClipFeatures;

  before(async () => {
    model = new Model(configurationOf(smallestModel), clips.labels, 1);
    model.freezeFrameModel();
    features = await ClipFeatures.compute(model, clips, { device: "cpu" });
  });
  after(() => model.dispose());

  async function all(feeds: AsyncIterable<StepFeed>): Promise<StepFeed[]> {
    const found: StepFeed[] = [];
    for await (const feed of feeds) found.push(feed);
    return found;
  }

  it("an epoch has as many steps as it says, whole batches only", async () => {
    const { stepsPerEpoch, feeds } = featureFeeds(model, clips, plan, features);
    const steps = await all(feeds(0, 0));
    assert.equal(stepsPerEpoch, 3);
    assert.deepEqual(
      steps.map(({ count }) => count),
      [4, 4, 4],
    );
    assert.deepEqual((steps[0].inputs.features0 as ArrayValue).shape.slice(0, 2), [4, 2]);
  });

  it("the steps from a later one on are those of the whole epoch; another epoch has others", async () => {
    const { feeds } = featureFeeds(model, clips, plan, features);
    const whole = await all(feeds(1, 0));
    assert.deepEqual(await all(feeds(1, 2)), whole.slice(2));
    assert.notDeepEqual(await all(feeds(0, 0)), whole);
  });

  it("every step has the constants, and no label where a clip has none", async () => {
    const unlabelled = new ClipSet(
      clips.clips.map((clip) => ({ ...clip, label: null })),
      clips.labels,
    );
    const constants = { "weight/energy": 0.5 };
    const { feeds } = featureFeeds(model, unlabelled, plan, features, constants);
    for (const { inputs } of await all(feeds(0, 0))) {
      assert.equal(inputs["weight/energy"], 0.5);
      assert.ok((inputs.labels as ArrayValue).data.every((value) => value === 0));
    }
  });
});
