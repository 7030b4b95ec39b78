import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-core";
import { compile } from "../../../kernel/engine/compile.js";
import type { ArrayValue, DeviceName } from "../../../kernel/engine/contract.js";

export type Program = (...tensors: tf.Tensor[]) => tf.Tensor | readonly tf.Tensor[];

export interface OracleOptions {
  /** Which inputs to take the gradient of a weighted sum of the outputs with respect to; none by default. */
  readonly gradients?: readonly number[];
  readonly device?: DeviceName;
  /** Largest allowed difference, relative to the largest magnitude of the tensor (or to 1 if that is smaller). */
  readonly tolerance?: number;
}

/** A tensor of numbers in [low, high) that depend on the seed alone. */
export function numbers(shape: readonly number[], seed = 1, low = -1, high = 1): ArrayValue {
  let state = seed * 2654435761;
  const data = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => {
    state = (Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x9e3779b9) | 0;
    return low + ((state >>> 8) / 16777216) * (high - low);
  });
  return { data, shape, dtype: "float32" };
}

export function integers(shape: readonly number[], seed: number, low: number, high: number): ArrayValue {
  const { data } = numbers(shape, seed, low, high);
  return { data: Int32Array.from(data, Math.floor), shape, dtype: "int32" };
}

export function booleans(shape: readonly number[], seed = 1): ArrayValue {
  const { data } = numbers(shape, seed);
  return { data: Uint8Array.from(data, (value) => (value > 0 ? 1 : 0)), shape, dtype: "bool" };
}

/**
 * Runs a program compiled and eagerly on tfjs's cpu backend and compares values and gradients. Where tfjs itself
 * has no gradient (many of its gradients do not broadcast) the values alone are compared.
 */
export async function sameAsEager(
  program: Program,
  inputs: readonly ArrayValue[],
  { gradients = [], device = "cpu", tolerance = 1e-4 }: OracleOptions = {},
): Promise<void> {
  await tf.setBackend("cpu");
  const named = Object.fromEntries(inputs.map((input, i) => [`x${i}`, input]));
  const stepWith = (which: readonly number[]) => (tensors: Record<string, tf.Tensor>) =>
    evaluate(
      program,
      inputs.map((_, i) => tensors[`x${i}`]),
      which,
    );
  const eager = (which: readonly number[]) => compile(stepWith(which), { device: "tensorflow" }).run(named);
  const withGradients = await eager(gradients).catch(() => undefined);
  const expected = withGradients ?? (await eager([]));
  const compiled = compile(stepWith(withGradients ? gradients : []), { device });
  const before = tf.memory().numTensors;
  try {
    const actual = await compiled.run(named);
    assert.deepEqual(Object.keys(actual).sort(), Object.keys(expected).sort());
    for (const name of Object.keys(expected)) assertClose(actual[name], expected[name], name, tolerance);
  } finally {
    await compiled.dispose();
  }
  assert.equal(tf.memory().numTensors, before, "tensors leaked");
}

function evaluate(
  program: Program,
  tensors: tf.Tensor[],
  gradients: readonly number[],
): Record<string, tf.Tensor> {
  const outputs = [program(...tensors)].flat() as tf.Tensor[];
  const results: Record<string, tf.Tensor> = Object.fromEntries(
    outputs.map((output, i) => [`y${i}`, output]),
  );
  if (gradients.length === 0) return results;
  const loss = (...chosen: tf.Tensor[]) => {
    const given = tensors.map((tensor, i) => (gradients.includes(i) ? chosen[gradients.indexOf(i)] : tensor));
    return weightedSum([program(...given)].flat() as tf.Tensor[]);
  };
  const derivatives = tf.grads(loss)(gradients.map((i) => tensors[i]));
  derivatives.forEach((derivative, i) => (results[`d${gradients[i]}`] = derivative));
  return results;
}

/** A sum that no permutation of the elements leaves unchanged. */
function weightedSum(outputs: tf.Tensor[]): tf.Scalar {
  const sums = outputs
    .filter((output) => output.dtype === "float32")
    .map((output) => {
      const weights = tf.tensor(numbers(output.shape, 77, 0.5, 1.5).data, output.shape);
      return tf.sum(tf.mul(output, weights));
    });
  return sums.reduce((a, b) => tf.add(a, b)) as tf.Scalar;
}

export function assertClose(actual: ArrayValue, expected: ArrayValue, name: string, tolerance = 1e-4): void {
  assert.deepEqual([...actual.shape], [...expected.shape], `shape of ${name}`);
  assert.equal(actual.dtype, expected.dtype, `type of ${name}`);
  const magnitudes = Array.from(expected.data, Math.abs).filter(Number.isFinite);
  const scale = magnitudes.reduce((a, b) => Math.max(a, b), 1);
  for (let i = 0; i < expected.data.length; i++) {
    const [a, e] = [actual.data[i], expected.data[i]];
    const same =
      Object.is(a, e) || (Number.isNaN(a) && Number.isNaN(e)) || Math.abs(a - e) <= tolerance * scale;
    assert.ok(same, `${name}[${i}]: compiled ${a}, eager ${e}`);
  }
}
