import * as tf from "@tensorflow/tfjs-core";
import { callUserFunction } from "./userFunction.js";

/** A tensor taken out of tfjs, so that nothing has to be disposed of. */
export interface Taken {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** A function of tensors, as an answer or as what an answer is compared with. */
export type TensorFunction = (...inputs: tf.Tensor[]) => tf.Tensor;

/** What calling an answer has given: its value, or a hint that says why there is none. */
export type Called = { readonly value: Taken } | { readonly hint: string };

/** Calls an answer with inputs and takes its tensor. @throws CutShort when it is stopped from outside */
export function callAnswer(answer: unknown, inputs: () => unknown[]): Called {
  return tidied(() =>
    callUserFunction(answer, inputs, (value): Called =>
      value instanceof tf.Tensor ? { value: taken(value) } : { hint: notATensor(value) },
    ),
  );
}

/** Like `tf.tidy`, for what is no tensor. */
export function tidied<T>(body: () => T): T {
  let result!: T;
  tf.tidy(() => {
    result = body();
  });
  return result;
}

export function taken(tensor: tf.Tensor): Taken {
  return { shape: tensor.shape, values: [...tensor.dataSync()] };
}

function notATensor(value: unknown): string {
  if (value === undefined) return "Your function returns nothing yet. Write it, and return a tensor.";
  if (value instanceof Promise)
    return "Your function is async: it must return a tensor at once, so leave out async and await.";
  if (typeof value === "number")
    return "Your function returns a number. Return the tensor: only what stays in tf.* has a gradient.";
  return "Your function must return one tensor.";
}

/** `[2, 3]` */
export function shapeText(shape: readonly number[]): string {
  return `[${shape.join(", ")}]`;
}

export function sameShape(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((length, axis) => length === other[axis]);
}

/** Whether values agree to float32, relative to the largest of them. */
export function closeTo(values: readonly number[], expected: readonly number[]): boolean {
  const largest = Math.max(0, ...expected.map(Math.abs));
  return (
    values.length === expected.length &&
    values.every((value, at) => Math.abs(value - expected[at]) <= 1e-4 * largest + 1e-6)
  );
}

/** The one factor between two lists of values; null where there is none, and for single values, which always have one. */
export function constantFactor(values: readonly number[], expected: readonly number[]): number | null {
  if (expected.length < 2) return null;
  const at = expected.reduce((best, value, i) => (Math.abs(value) > Math.abs(expected[best]) ? i : best), 0);
  const factor = values[at] / expected[at];
  if (!Number.isFinite(factor) || factor === 0) return null;
  const scaled = expected.map((value) => value * factor);
  return closeTo(values, scaled) ? factor : null;
}
