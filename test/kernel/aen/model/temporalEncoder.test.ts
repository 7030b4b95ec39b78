import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { model } from "../../../../kernel/aen/model/model.js";
import { standardise, temporalEncoder } from "../../../../kernel/aen/model/temporalEncoder.js";
import { smallestModel } from "../training/patternClips.js";
import { rounded } from "./weightsOf.js";

describe("a temporal encoder", () => {
  const own = model({ ...smallestModel, frames: 3, heads: 2, temporalDepth: 2 }, { seed: 9 });
  after(() => own.dispose());
  const features = tf.randomNormal([2, 3, 16], 0, 1, "float32", 3);

  it("summarises a clip in one vector and reports its attention", () => {
    const { classVector, frameAttention } = temporalEncoder(own.context(), 1, features);
    assert.deepEqual(
      [classVector.shape, frameAttention.shape],
      [
        [2, 16],
        [2, 3],
      ],
    );
  });

  it("attends with non-negative shares; the rest to 1 is the class token's own", () => {
    const { frameAttention } = temporalEncoder(own.context(), 1, features);
    const rows = (frameAttention as tf.Tensor2D).arraySync();
    for (const row of rows) {
      const sum = row.reduce((a, b) => a + b);
      assert.ok(row.every((share) => share > 0) && sum < 1, String(row));
    }
  });

  it("looks at each clip alone", () => {
    const both = rounded(temporalEncoder(own.context(), 1, features).classVector, 3);
    const second = tf.slice(features, [1, 0, 0], [1, -1, -1]);
    assert.deepEqual(rounded(temporalEncoder(own.context(), 1, second).classVector, 3), both.slice(16));
  });

  it("knows the order of frames by their positions alone: without them any order gives the same", () => {
    const context = own.context();
    const unplaced = {
      ...context,
      parameter: (name: string) =>
        name.endsWith(".position") ? tf.zerosLike(context.parameter(name)) : context.parameter(name),
    };
    const turned = tf.reverse(features, 1);
    const vectors = (x: tf.Tensor) => rounded(temporalEncoder(unplaced, 1, x).classVector, 3);
    assert.deepEqual(vectors(turned), vectors(features));
    const placed = (x: tf.Tensor) => rounded(temporalEncoder(context, 1, x).classVector, 3);
    assert.notDeepEqual(placed(turned), placed(features));
  });

  it("never attends to frames without a face where these are masked, whatever they hold", () => {
    const context = own.context();
    const masking = {
      ...context,
      configuration: { ...context.configuration, facelessFrames: "masked" as const },
    };
    const faces = tf.tensor2d([[1, 0, 1], [1, 1, 0]]); // prettier-ignore
    const shown = tf.mul(features, tf.expandDims(faces, 2));
    const [noise, black] = [features, shown].map((x) => temporalEncoder(masking, 1, x, faces));
    assert.deepEqual([...noise.classVector.dataSync()], [...black.classVector.dataSync()]);
    const attended = [...noise.frameAttention.dataSync()].map((share) => share > 0);
    assert.deepEqual(attended, [true, false, true, true, true, false]);
    const usual = [...temporalEncoder(context, 1, features).classVector.dataSync()];
    assert.deepEqual([...temporalEncoder(context, 1, features, faces).classVector.dataSync()], usual);
    assert.deepEqual([...temporalEncoder(masking, 1, features).classVector.dataSync()], usual);
    const all = temporalEncoder(masking, 1, features, tf.ones([2, 3]));
    assert.deepEqual([...all.classVector.dataSync()], usual);
  });

  it("attends to all tokens equally where queries and keys are zero", () => {
    const context = own.context();
    const blind = {
      ...context,
      parameter: (name: string) =>
        name.endsWith(".qkv.weight") ? tf.zerosLike(context.parameter(name)) : context.parameter(name),
    };
    assert.deepEqual(rounded(temporalEncoder(blind, 1, features).frameAttention), Array(6).fill(0.25));
  });

  it("depends on how heads are split and scores are scaled", () => {
    const { configuration, ...context } = own.context();
    const with_ = (change: object) =>
      rounded(
        temporalEncoder({ ...context, configuration: { ...configuration, ...change } }, 1, features)
          .classVector,
      ).join();
    const all = [{}, { headOrder: "element first" }, { attentionScale: "width" }, { gelu: "erf" }].map(with_);
    assert.equal(new Set(all).size, 4);
  });
});

describe("a standardised vector", () => {
  it("has mean 0 and variance 1 over the last axis", () => {
    const z = tf.tensor2d([
      [1, 2, 3, 6],
      [-5, 5, -5, 5],
    ]);
    const normal = standardise(z, 0) as tf.Tensor2D;
    for (const row of normal.arraySync()) {
      assert.ok(Math.abs(row.reduce((a, b) => a + b)) < 1e-5);
      assert.ok(Math.abs(row.reduce((sum, value) => sum + value * value, 0) / 4 - 1) < 1e-5);
    }
    assert.deepEqual(rounded(normal).slice(4), [-1, 1, -1, 1]);
  });

  it("of equal numbers is zero, thanks to its epsilon", () => {
    assert.deepEqual(rounded(standardise(tf.fill([1, 3], 5), 1e-5)), [0, 0, 0]);
  });
});
