import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../../kernel/engine/tensorflow.js";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { attentionPooling, meanProbabilities } from "../../../../../kernel/aen/course/lesson4/pooling.js";

describe("lesson 4 asks for means over frames", () => {
  it("of usable frames alone: what the others say changes nothing", async () => {
    const lenient = (logits: tf.Tensor, usable: tf.Tensor) => {
      const spoilt = tf.add(logits, tf.mul(tf.expandDims(tf.sub(1, usable), 2), 100));
      const kept = tf.mul(tf.softmax(spoilt), tf.expandDims(usable, 2));
      return tf.div(tf.sum(kept, 1), tf.sum(usable, 1, true));
    };
    const { points, parts } = await checkAnswer(meanProbabilities, lenient, { hidden: true });
    assert.equal(
      points,
      parts.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
    );
  });

  it("which attention pooling is, where all scores are equal", async () => {
    const flat = (features: tf.Tensor, scores: tf.Tensor) =>
      tf.mean(tf.mul(features, tf.expandDims(tf.mul(tf.softmax(tf.mul(scores, 0)), scores.shape[1]!), 2)), 1);
    const { hint } = await checkAnswer(attentionPooling, flat);
    assert.match(hint!, /count alike/);
  });
});
