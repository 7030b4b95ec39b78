import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { emotion as family } from "../../../../../kernel/aen/losses/terms/emotion.js";
import { publishedLoss } from "../../../../../kernel/aen/losses/lossTerms.js";
import { assertTerm, clip, emotion, inputs, logs } from "../oneClip.js";

describe("the terms of the emotion", () => {
  it("are minus the logarithm of the truth's probability at the emotion head and at the clip head", () => {
    assertTerm("emotion at level 3", -logs(emotion)[0]);
    assertTerm("emotion at clip", -logs(clip)[0]);
  });

  it("read a head each: the other heads have no part in them", () => {
    const [level, atClip] = family.terms(publishedLoss);
    const value = (term: typeof level, change: object) =>
      term.value({ ...inputs(), ...change }).dataSync()[0];
    const certain = tf.tensor2d([[0, -50, -50]]);
    assert.equal(Math.abs(value(level, { emotionLogProbabilities: certain })), 0);
    assert.equal(value(level, { clipLogProbabilities: certain }), value(level, {}));
    assert.equal(Math.abs(value(atClip, { clipLogProbabilities: certain })), 0);
    assert.equal(value(atClip, { emotionLogProbabilities: certain }), value(atClip, {}));
  });

  it("weigh 1.4 together, as published, whatever is chosen", () => {
    const weights = family.terms(publishedLoss).map(({ weight }) => weight);
    assert.ok(Math.abs(weights[0] - 0.98) < 1e-12 && Math.abs(weights[1] - 0.42) < 1e-12);
    assert.deepEqual(family.options, []);
  });
});
