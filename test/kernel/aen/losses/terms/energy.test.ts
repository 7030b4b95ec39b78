import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import { frozenDistribution } from "../../../../../kernel/aen/losses/terms/energy.js";
import type { LossInputs } from "../../../../../kernel/aen/losses/lossInputs.js";
import { type LossOptions, lossTerms } from "../../../../../kernel/aen/losses/lossTerms.js";
import { assertTerm, distance, emotion, group, sigmoid, softmax } from "../oneClip.js";

/** Two clips of four frames about which neither the heads nor the frozen model know anything: all logits are 0. */
function undecided(): LossInputs {
  const zeros = (...shape: number[]) => tf.zeros(shape);
  const inputs: Partial<LossInputs> = {
    groupLogits: zeros(2, 3),
    emotionLogits: zeros(2, 7),
    pseudoLabelLogits: zeros(2, 4, 7),
    labelSet: dfewLabels,
  };
  return inputs as LossInputs;
}

async function value(name: string, options: LossOptions): Promise<number> {
  await tf.setBackend("cpu");
  const term = lossTerms(options).find((each) => each.name === name)!;
  return tf.tidy(() => term.value(undecided()).dataSync()[0]);
}

function assertNear(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-6, `${actual}, expected ${expected}`);
}

describe("the energy terms", () => {
  it("compare a sigmoid of 1/2 with a seventh for each emotion, and as published for each group", async () => {
    assertNear(await value("energy of emotion", {}), 1 / 2 - 1 / 7);
    assertNear(await value("energy of sentiment", {}), 1 / 2 - 1 / 7);
  });

  it("give groups of 2, 1 and 4 emotions their shares of the distribution when asked to sum", async () => {
    const [positive, neutral, negative] = [1 / 2 - 2 / 7, 1 / 2 - 1 / 7, 4 / 7 - 1 / 2];
    const mean = (positive + neutral + negative) / 3;
    assertNear(await value("energy of sentiment", { energyGroupShare: "sum" }), mean);
  });

  it("are 0 where a softmax knows as little as the frozen model", async () => {
    assertNear(await value("energy of emotion", { energyActivation: "softmax" }), 0);
  });

  it("compare the heads with the frozen model's distribution of the whole clip", () => {
    const summed = softmax([4, 1, 1]);
    assertTerm("energy of emotion", distance(emotion.map(sigmoid), summed));
    assertTerm("energy of sentiment", distance(group.map(sigmoid), [(summed[0] + summed[1]) / 2, summed[2]]));
    const meant = softmax([2, 0.5, 0.5]);
    const chosen = { energyPooling: "mean", energyActivation: "softmax", energyGroupShare: "sum" } as const;
    assertTerm("energy of emotion", distance(softmax(emotion), meant), chosen);
    assertTerm("energy of sentiment", distance(softmax(group), [meant[0] + meant[1], meant[2]]), chosen);
  });

  it("have a frozen distribution of the frames with a face", () => {
    const logits = tf.tensor3d([[[4, 1, 1], [0, 90, 0], [0, 0, 0]]]); // prettier-ignore
    const faces = tf.tensor2d([[1, 0, 1]]);
    const of = (pooling: "sum" | "mean") => [...frozenDistribution(logits, pooling, faces).dataSync()];
    of("sum").forEach((share, i) => assertNear(share, softmax([4, 1, 1])[i]));
    of("mean").forEach((share, i) => assertNear(share, softmax([2, 0.5, 0.5])[i]));
  });

  it("have a frozen distribution that does not sharpen with more frames when they are pooled by the mean", () => {
    const frames = (count: number) => tf.tile(tf.tensor3d([[[1, 0, 0]]]), [1, count, 1]);
    const first = (count: number, pooling: "sum" | "mean") =>
      frozenDistribution(frames(count), pooling).dataSync()[0];
    assert.ok(Math.abs(first(1, "mean") - first(8, "mean")) < 1e-6);
    assert.ok(first(8, "sum") > first(1, "sum") + 0.3);
  });
});
