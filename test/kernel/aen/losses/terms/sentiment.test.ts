import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { lossTerms } from "../../../../../kernel/aen/losses/lossTerms.js";
import { assertTerm, clip, group, inputs, logs } from "../oneClip.js";

describe("the terms of the sentiment", () => {
  it("are at the sentiment head minus the logarithm of the true group's probability", () => {
    assertTerm("sentiment at level 1", -logs(group)[0]);
  });

  it("score a group at the clip head by the mean, the sum or the logarithm of summed probabilities", () => {
    const [a, b] = logs(clip);
    assertTerm("sentiment at clip", -(a + b) / 2);
    assertTerm("sentiment at clip", -(a + b), { clipGroupScore: "sum" });
    assertTerm("sentiment at clip", -Math.log(Math.exp(a) + Math.exp(b)), { clipGroupScore: "log of sum" });
  });

  it("weigh 0.6 together, as published, seven parts in ten at the sentiment head", () => {
    const weights = lossTerms().filter(({ name }) => name.startsWith("sentiment"));
    assert.deepEqual(
      weights.map(({ weight }) => Number(weight.toFixed(12))),
      [0.42, 0.18],
    );
  });

  it("see no difference between emotions of one group, where probabilities are summed", () => {
    const term = lossTerms({ clipGroupScore: "log of sum" }).find(
      ({ name }) => name === "sentiment at clip",
    )!;
    const value = (...probabilities: number[]) =>
      term.value({ ...inputs(), clipLogProbabilities: tf.log(tf.tensor2d([probabilities])) }).dataSync()[0];
    assert.ok(Math.abs(value(0.6, 0.1, 0.3) - -Math.log(0.7)) < 1e-6);
    assert.ok(Math.abs(value(0.1, 0.6, 0.3) - -Math.log(0.7)) < 1e-6);
  });
});
