import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../../kernel/engine/tensorflow.js";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import {
  frameScores,
  semanticTransfer,
  weightedSum,
} from "../../../../../kernel/aen/course/lesson6/semanticTransfer.js";
import { lossTerms, publishedLoss } from "../../../../../kernel/aen/losses/lossTerms.js";
import * as ofAen from "../../../../../kernel/aen/losses/terms/semanticTransfer.js";
import { inputs } from "../../losses/oneClip.js";

/** Labels and frame logits of one emotion, so that the logits are the scores. */
const oneEmotion = (scores: tf.Tensor) => ({
  labels: tf.ones([scores.shape[0], 1]),
  pseudoLabelLogits: tf.expandDims(scores, 2),
});

describe("lesson 6 asks for AEN's own semantic transfer", () => {
  it("its scores of frames are AEN's", async () => {
    const answer = (pseudoLabelLogits: tf.Tensor, labels: tf.Tensor) =>
      tf.squeeze(ofAen.frameScores({ labels, pseudoLabelLogits }, "logit"), [2]);
    assert.equal((await checkAnswer(frameScores, answer, { hidden: true })).points, 2);
  });

  it("its weighted sum is AEN's", async () => {
    const answer = (features: tf.Tensor, scores: tf.Tensor) =>
      ofAen.weightedFeatureSum({ features: { 1: features }, ...oneEmotion(scores) }, 1, {
        frameScore: "logit",
        transferPulls: "features and class vectors",
      });
    assert.equal((await checkAnswer(weightedSum, answer, { hidden: true })).points, 2);
  });

  it("its term is AEN's published one, gradients included", async () => {
    const term = lossTerms(publishedLoss).find(({ name }) => name === "semantic transfer at level 1")!;
    const answer = (classVector: tf.Tensor, features: tf.Tensor, scores: tf.Tensor) =>
      term.value(
        inputs({ classVectors: { 1: classVector }, features: { 1: features }, ...oneEmotion(scores) }),
      );
    assert.equal((await checkAnswer(semanticTransfer, answer, { hidden: true })).points, 4);
  });
});
