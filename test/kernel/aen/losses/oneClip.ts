import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import "../../../../kernel/engine/tensorflow.js";
import { LabelSet } from "../../../../kernel/aen/labels.js";
import { lossTerms, type LossOptions } from "../../../../kernel/aen/losses/lossTerms.js";
import type { LossInputs } from "../../../../kernel/aen/losses/lossInputs.js";

export const labelSet = new LabelSet(["a", "b", "c"], { one: ["a", "b"], two: ["c"] });
export const softmax = (logits: number[]) => {
  const shares = logits.map(Math.exp);
  return shares.map((share) => share / shares.reduce((a, b) => a + b));
};
export const logs = (logits: number[]) => softmax(logits).map(Math.log);

/** The logits of the three heads. */
export const [clip, group, emotion] = [
  [1, 0, -1],
  [0.5, -0.5],
  [2, 1, 0],
];
/** The frozen model's logits of two frames. */
export const pseudo = [
  [3, 0, 1],
  [1, 1, 0],
];
/** The network's own logits of two frames. */
export const frames = [
  [2, 0, -1],
  [0.5, 1, -2],
];
/** How much the clip attends to each of them. */
export const attention = [0.75, 0.25];
export const features = [
  [1, 2],
  [3, -4],
];
export const classVector = [0.5, 1];

/** One clip of two frames whose emotion is "a". @param change inputs to take in place of those above */
export function inputs(change: Partial<LossInputs> = {}): LossInputs {
  const row = (values: number[]) => tf.tensor2d([values]);
  return {
    ...{ labels: row([1, 0, 0]), groupLabels: row([1, 0]), labelSet },
    ...{ clipLogits: row(clip), groupLogits: row(group), emotionLogits: row(emotion) },
    ...{ clipLogProbabilities: row(logs(clip)), groupLogProbabilities: row(logs(group)) },
    ...{ emotionLogProbabilities: row(logs(emotion)), frameLogits: tf.tensor3d([frames]) },
    ...{ pseudoLabelLogits: tf.tensor3d([pseudo]), frameAttention: row(attention) },
    features: { 0: tf.tensor3d([features]), 1: tf.tensor3d([features]), 3: tf.tensor3d([features]) },
    classVectors: { 0: row(classVector), 1: row(classVector), 3: row(classVector) },
    ...change,
  };
}

/** Compares a built-in term of {@link inputs} with what you computed by hand. */
export function assertTerm(
  name: string,
  expected: number,
  options: LossOptions = {},
  change: Partial<LossInputs> = {},
): void {
  const value = lossTerms(options)
    .find((term) => term.name === name)!
    .value(inputs(change));
  assert.deepEqual(value.shape, []);
  const actual = value.dataSync()[0];
  assert.ok(Math.abs(actual - expected) < 1e-5, `${name} is ${actual}, not ${expected}`);
}

const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
export const distance = (a: number[], b: number[]) => mean(a.map((value, i) => Math.abs(value - b[i])));
export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
