import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import type { ModelConfiguration } from "../../../../kernel/aen/model/configuration.js";
import { topDownBranch } from "../../../../kernel/aen/model/topDownBranch.js";
import { weightsOf } from "./weightsOf.js";

const identity = tf.eye(2);
const zero = tf.zeros([2]);

/** A network of two numbers a level, every linear map being the identity. */
function plain(change: Partial<ModelConfiguration> = {}) {
  const names = ["fusion.lift", "fusion.queryLow", "fusion.queryHigh", "fusion.outLow", "fusion.outHigh"];
  const heads = ["head.clip", "head.group", "head.emotion"];
  const weights = Object.fromEntries(
    [...names, ...heads].flatMap((name) => [
      [`${name}.weight`, identity],
      [`${name}.bias`, zero],
    ]),
  );
  return weightsOf(weights, { normaliseClassVectors: false, fusionSoftmax: "key", ...change });
}

const vectors = {
  0: tf.tensor2d([[1, -1]]),
  1: tf.tensor2d([[0.5, 2]]),
  3: tf.tensor2d([[-1, 3]]),
};

/** SPEC.md, section 1.3, by hand: M_ij = q_i·t_j/√2, P = softmax over i or j, then Σ_j P_ij·t_j. */
function attended(query: number[], target: number[], over: "query" | "key"): number[] {
  const weight = (i: number, j: number) => Math.exp((query[i] * target[j]) / Math.sqrt(2));
  const total = (i: number, j: number) =>
    over === "key" ? weight(i, 0) + weight(i, 1) : weight(0, j) + weight(1, j);
  return [0, 1].map((i) => [0, 1].reduce((sum, j) => sum + (weight(i, j) / total(i, j)) * target[j], 0));
}

const plus = (a: number[], b: number[]) => a.map((value, i) => value + b[i]);

describe("the top-down branch", () => {
  for (const over of ["query", "key"] as const) {
    it(`sees level 1 through level 0, and level 3 through both, with a softmax over each ${over}`, () => {
      const { clip, group, emotion } = topDownBranch(plain({ fusionSoftmax: over }), vectors);
      const low = plus(attended([1, -1], [0.5, 2], over), [1, -1]);
      const high = plus(attended(low, [-1, 3], over), low);
      const expected = [[1, -1], low, high];
      [clip, group, emotion].forEach((logits, head) =>
        (logits.dataSync() as Float32Array).forEach((value, i) =>
          assert.ok(
            Math.abs(value - expected[head][i]) < 1e-5,
            `head ${head}: ${value}, not ${expected[head][i]}`,
          ),
        ),
      );
    });
  }

  it("over the keys mixes targets: what it adds lies between the least and the greatest of them", () => {
    const { group } = topDownBranch(plain(), vectors);
    const [a, b] = group.dataSync();
    for (const added of [a - 1, b + 1]) assert.ok(added > 0.5 && added < 2, String(added));
  });

  it("normalises class vectors first where that is chosen: their length then does not matter", () => {
    const longer = { ...vectors, 0: tf.mul(vectors[0], 100) };
    const logits = (classVectors: typeof longer, normaliseClassVectors: boolean) =>
      topDownBranch(plain({ normaliseClassVectors }), classVectors).clip.dataSync()[0];
    assert.ok(Math.abs(logits(longer, true) - logits(vectors, true)) < 1e-3);
    assert.equal(logits(longer, false), 100);
  });
});
