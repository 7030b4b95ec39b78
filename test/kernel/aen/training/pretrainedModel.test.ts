import assert from "node:assert/strict";
import * as aen from "../../../../kernel/aen/index.js";

describe("the pretrained model of a run", () => {
  it("has the pretrained branch, frozen too, and otherwise the start weights", async () => {
    const clips = await aen.clips.synthetic({ perEmotion: 2, frames: 4, size: 32, seed: 3 });
    const start = aen.model("tiny");
    const options = { epochs: 1, batch: 4, record: false, pretraining: { epochs: 1, batch: 8 } } as const;
    const run = await aen.train(start, clips, options);
    const pretrained = run.pretrainedModel().weights();
    const [trained, initial] = [run.model.weights(), start.weights()];
    for (const [name, { data }] of pretrained) {
      const expected = name.startsWith("frozen.")
        ? trained.get(name)
        : (trained.get(`frozen.${name}`) ?? initial.get(name));
      assert.deepEqual(data, expected?.data, name);
    }
    const branch = "spatial.stem.conv.weight";
    assert.notDeepEqual(pretrained.get(branch)?.data, initial.get(branch)?.data);
    assert.notDeepEqual(pretrained.get(branch)?.data, trained.get(branch)?.data);
  });
});
