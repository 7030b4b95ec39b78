import * as tf from "@tensorflow/tfjs-core";
import { tidied } from "./tensorAnswer.js";
import { callWithCopies, type NoAnswer, noResult } from "./userFunction.js";

/** A number, or a list of them. */
export type Numbers = number | readonly number[];

/** What calling an answer with plain values has given: its numbers, or a hint that says why there are none. */
export type NumbersCalled = { readonly value: Numbers } | NoAnswer;

/**
 * Calls an answer with numbers and lists, of which it gets copies of its own. Typed arrays, tensors and numbers of
 * tensors count as lists.
 *
 * @throws CutShort when it is stopped from outside
 */
export function callForNumbers(answer: unknown, given: readonly unknown[]): NumbersCalled {
  return tidied(() => callWithCopies(answer, given, numbersOf));
}

function numbersOf(value: unknown): NumbersCalled {
  const none = noResult(value);
  if (none) return none;
  if (typeof value === "number") return { value };
  if (value instanceof tf.Tensor) {
    const numbers = [...value.dataSync()];
    return { value: value.rank === 0 ? numbers[0] : numbers };
  }
  const list = ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value;
  if (Array.isArray(list) && list.every((each) => typeof each === "number")) return { value: list };
  return { hint: "Your function must return a number or a list of numbers." };
}

/** "one number", "a list of 3 numbers" */
export function sizeText(numbers: Numbers): string {
  if (typeof numbers === "number") return "one number";
  return `a list of ${numbers.length} number${numbers.length === 1 ? "" : "s"}`;
}

/** Whether both are a number, or lists of the same length. */
export function sameSize(one: Numbers, other: Numbers): boolean {
  return lengthOf(one) === lengthOf(other);
}

function lengthOf(numbers: Numbers): number | null {
  return typeof numbers === "number" ? null : numbers.length;
}

/** A number as a list of one. */
export function listOf(numbers: Numbers): readonly number[] {
  return typeof numbers === "number" ? [numbers] : numbers;
}
