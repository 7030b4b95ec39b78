import assert from "node:assert/strict";
import type * as tf from "@tensorflow/tfjs-core";
import { FaceWeights, loadFaceWeights } from "../../../kernel/faces/faceWeights.js";

describe("weights of the face networks", () => {
  it("are read from the package: the tiny detector's, with the shapes of its manifest", async () => {
    const weights = await loadFaceWeights("tiny_face_detector");
    const filters = weights.tensor<tf.Tensor4D>("conv0/filters");
    assert.deepEqual(filters.shape, [3, 3, 3, 16]);
    filters.dispose();
    assert.equal(weights.values("conv0/bias").length, 16);
    assert.ok(weights.values("conv0/filters").every(Number.isFinite));
    assert.ok(new Set(weights.values("conv0/filters")).size > 100, "not a row of zeros");
  });

  it("are read once and shared", async () => {
    assert.equal(loadFaceWeights("face_expression"), loadFaceWeights("face_expression"));
  });

  it("name the one that a network lacks", () => {
    const weights = new FaceWeights([{ name: "fc", shape: [2], values: Float32Array.of(1, 2) }]);
    assert.throws(() => weights.values("fc/bias"), /no weight "fc\/bias"/);
    assert.throws(() => weights.tensor("conv"), /no weight "conv"/);
    assert.deepEqual([...weights.values("fc")], [1, 2]);
  });

  it("of the SSD detector include its 5118 prior boxes, each within the picture's surroundings", async () => {
    const priors = (await loadFaceWeights("ssd_mobilenetv1")).values("Output/extra_dim");
    assert.equal(priors.length, 5118 * 4);
    for (let at = 0; at < priors.length; at += 4) {
      const [top, left, bottom, right] = priors.subarray(at, at + 4);
      assert.ok(bottom > top && right > left && top > -1 && bottom < 2 && left > -1 && right < 2);
    }
  });
});
