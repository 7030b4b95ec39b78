import assert from "node:assert/strict";
import { fuse, fusedProbabilities, predictedEmotion, requireBeta } from "../../../kernel/metrics/fusion.js";

const heads = { clip: [-1, -2, -0.5], emotion: [-3, -0.1, -2] };

describe("fusion of clip and emotion head", () => {
  it("mixes log-probabilities linearly", () => {
    assert.deepEqual(fuse(heads, 0.25), [0.25 * -1 + 0.75 * -3, 0.25 * -2 + 0.75 * -0.1, 0.25 * -0.5 - 1.5]);
  });

  it("is one head alone at its two ends, whatever the other says", () => {
    const half = { clip: [null, NaN, -Infinity], emotion: heads.emotion };
    assert.deepEqual(fuse(half, 0), heads.emotion);
    assert.deepEqual(fuse({ clip: heads.clip, emotion: [null, null, null] }, 1), heads.clip);
    assert.equal(predictedEmotion(half, 0), 1);
  });

  it("names nothing when a score that counts is missing or not finite", () => {
    for (const broken of [null, NaN, -Infinity, Infinity]) {
      assert.equal(predictedEmotion({ ...heads, clip: [-1, broken, -0.5] }, 0.3), -1);
    }
    assert.equal(predictedEmotion({ clip: [], emotion: [] }, 0.3), -1);
  });

  it("names the first of equals", () => {
    assert.equal(predictedEmotion({ clip: [-2, -1, -1], emotion: [-2, -1, -1] }, 0.3), 1);
  });

  it("has a beta between 0 and 1", () => {
    for (const beta of [0, 0.3, 1]) requireBeta(beta);
    for (const beta of [NaN, -0.1, 1.1, Infinity])
      assert.throws(() => requireBeta(beta), new RegExp(`must lie between 0 and 1, got ${beta}`));
  });

  it("gives probabilities that sum to 1", () => {
    const sum = fusedProbabilities(heads, 0.3).reduce((total, share) => total + share, 0);
    assert.ok(Math.abs(sum - 1) < 1e-12);
  });
});
