import assert from "node:assert/strict";
import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import { featureWidths } from "../../../../kernel/aen/model/forward.js";
import { model as newModel } from "../../../../kernel/aen/model/model.js";
import { ClipFeatures, featureLevels } from "../../../../kernel/aen/training/clipFeatures.js";
import { Predictor } from "../../../../kernel/aen/training/predictor.js";
import { patternClips, smallestModel } from "./patternClips.js";

describe("the kept features of a frozen bottom-up branch", () => {
  // 28 clips of 4 frames: two steps of 64 frames, the second not full
  const clips = patternClips(4);
  const model = newModel(smallestModel);
  model.freezeFrameModel();
  const weights = model.weights();
  weights.get("head.frame.bias")!.data[0] += 2; // learnt since
  model.setWeights(weights);
  const done: number[] = [];
  let features: ClipFeatures;
  before(async () => {
    features = await ClipFeatures.compute(model, clips, { device: "cpu", onFrames: (n) => done.push(n) });
  });
  after(() => model.dispose());

  it("are of every frame, by level as wide as the network says, and tell how far they are", () => {
    assert.deepEqual(done, [64, 112]);
    const widths = featureWidths(model);
    for (const level of featureLevels) assert.equal(features.widths[`features${level}`], widths[level]);
    for (const [name, byClip] of Object.entries(features.values)) {
      assert.equal(byClip.size, 28, name);
      for (const { data, width } of [...byClip.values()].map((data) => ({
        data,
        width: features.widths[name],
      })))
        assert.equal(data.length, 4 * width);
    }
  });

  it("say of each frame what the whole network says of it", async () => {
    const predictor = new Predictor(model, "cpu");
    const predictions = await predictor.predict(clips);
    await predictor.dispose();
    const numbers = predictions.map(({ frameNumbers }) => frameNumbers);
    const inputs = features.inputsFor(clips.clips, numbers);
    assert.deepEqual(inputs.frameLogits.shape, [28, 2, 7]);
    for (const name of ["frameLogits", "pseudoLabelLogits"] as const) {
      const expected = predictions.flatMap((prediction) =>
        prediction[name]!.flatMap((logits) => logits ?? []),
      );
      const off = expected.map((logit, i) => Math.abs(logit - inputs[name].data[i]));
      assert.ok(Math.max(...off) < 1e-5, `${name}: ${Math.max(...off)}`);
      assert.ok(new Set(expected).size > 28 * 7, "frames and clips differ");
    }
  });

  it("of two sets are joined", async () => {
    const others = patternClips(1, "others");
    assert.deepEqual([features.has(clips), features.has(others)], [true, false]);
    const joined = features.with(await ClipFeatures.compute(model, others, { device: "cpu" }));
    assert.ok(joined.has(new ClipSet([...clips, ...others], clips.labels)));
    const [frame] = others.clips;
    assert.equal(
      joined.inputsFor([frame, clips.clips[0]], [[0], [3]]).features3.data.length,
      2 * joined.widths.features3,
    );
  });

  it("are not computed further once a step is refused", async () => {
    let steps = 0;
    const beforeStep = async () => {
      if (++steps === 2) throw new Error("stopped");
    };
    await assert.rejects(ClipFeatures.compute(model, clips, { device: "cpu", beforeStep }), /stopped/);
    assert.equal(steps, 2);
  });
});
