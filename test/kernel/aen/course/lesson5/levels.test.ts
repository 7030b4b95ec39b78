import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../../kernel/engine/tensorflow.js";
import { checkAnswer } from "../../../../../kernel/aen/course/check.js";
import { attendedLevel, groupShares } from "../../../../../kernel/aen/course/lesson5/levels.js";
import { topDownBranch } from "../../../../../kernel/aen/model/topDownBranch.js";
import { groupSum } from "../../../../../kernel/metrics/sentiment.js";
import { weightsOf } from "../../model/weightsOf.js";

/** A top-down branch whose linear maps are all the identity, so that a stage shows what it attends to. */
function plainBranch(width: number) {
  const names = ["lift", "queryLow", "queryHigh", "outLow", "outHigh"].map((name) => `fusion.${name}`);
  const weights = [...names, "head.clip", "head.group", "head.emotion"].flatMap((name) => [
    [`${name}.weight`, tf.eye(width)],
    [`${name}.bias`, tf.zeros([width])],
  ]);
  const change = { normaliseClassVectors: false, fusionSoftmax: "query" } as const;
  return weightsOf(Object.fromEntries(weights) as Record<string, tf.Tensor>, change);
}

describe("lesson 5 asks for AEN's own combination of levels", () => {
  it("its step is the published top-down branch's, gradients included", async () => {
    const answer = (query: tf.Tensor, level: tf.Tensor) => {
      const vectors = { 0: query, 1: level, 3: tf.zerosLike(level) };
      return tf.sub(topDownBranch(plainBranch(query.shape[1]!), vectors).group, query);
    };
    assert.equal((await checkAnswer(attendedLevel, answer, { hidden: true })).points, 4);
  });

  it("its shares of groups are the sums that the metrics take", async () => {
    const answer = (shares: tf.Tensor, members: tf.Tensor) => {
      const columns = tf.transpose(members).arraySync() as number[][];
      const groups = columns.map((column) => ({
        emotions: column.flatMap((is, at) => (is === 1 ? [at] : [])),
      }));
      return tf.tensor2d((shares.arraySync() as number[][]).map((row) => groupSum(row, groups)));
    };
    assert.equal((await checkAnswer(groupShares, answer, { hidden: true })).points, 2);
  });
});
