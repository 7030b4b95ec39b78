import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../../kernel/engine/tensorflow.js";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { energy, noisyScores, pooledShares } from "../../../../../kernel/aen/course/lesson6/energy.js";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import { lossTerms, publishedLoss } from "../../../../../kernel/aen/losses/lossTerms.js";
import { frozenDistribution } from "../../../../../kernel/aen/losses/terms/energy.js";
import { inputs } from "../../losses/oneClip.js";

describe("lesson 6 asks for AEN's own energy", () => {
  it("its shares are those of AEN's frozen model", async () => {
    const answer = (logits: tf.Tensor) => frozenDistribution(logits, "sum");
    assert.equal((await checkAnswer(pooledShares, answer, { hidden: true })).points, 2);
  });

  it("its term is AEN's published energy of emotion, gradients included", async () => {
    const term = lossTerms(publishedLoss).find(({ name }) => name === "energy of emotion")!;
    const answer = (logits: tf.Tensor, shares: tf.Tensor) => {
      const pseudoLabelLogits = tf.expandDims(tf.log(shares), 1);
      return term.value(inputs({ emotionLogits: logits, pseudoLabelLogits, labelSet: dfewLabels }));
    };
    assert.equal((await checkAnswer(energy, answer, { hidden: true })).points, 4);
  });

  it("its noise is judged over seeds", async () => {
    assert.deepEqual(
      noisyScores.parts.map(({ points }) => points),
      [1, 2],
    );
  });
});
