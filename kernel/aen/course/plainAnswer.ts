import * as tf from "@tensorflow/tfjs-core";
import { callWithCopies, type NoAnswer, noResult } from "./userFunction.js";

/** What a function of plain values takes and returns. */
export type PlainValue =
  number | string | boolean | null | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** What calling an answer has given: its value, or a hint that says why there is none. */
export type PlainCalled = { readonly value: PlainValue } | NoAnswer;

/** Calls an answer with copies of its inputs, so that it may change them. @throws CutShort when it is stopped from outside */
export function callPlain(answer: unknown, inputs: readonly PlainValue[]): PlainCalled {
  return callWithCopies(answer, inputs, (value): PlainCalled => {
    const hint = noResult(value)?.hint ?? notPlain(value);
    return hint === undefined ? { value: value as PlainValue } : { hint };
  });
}

function notPlain(value: unknown): string | undefined {
  if (value instanceof tf.Tensor)
    return "Your function returns a tensor. Here a plain value is asked for: a number, or a list of them.";
  return hasNaN(value)
    ? "Your result has something that is not a number (NaN): do you divide by 0, or read beyond the end of a list?"
    : undefined;
}

function hasNaN(value: unknown): boolean {
  if (typeof value === "number") return Number.isNaN(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hasNaN);
}

/** Whether two values are the same, numbers to 1e-6 of the larger one; typed arrays count as lists. */
export function samePlain(value: unknown, expected: unknown): boolean {
  if (typeof expected === "number" && typeof value === "number")
    return Math.abs(value - expected) <= 1e-6 * Math.max(1, Math.abs(expected), Math.abs(value));
  if (Array.isArray(expected))
    return (
      isList(value) &&
      value.length === expected.length &&
      expected.every((each, at) => samePlain(value[at], each))
    );
  if (typeof expected !== "object" || expected === null || typeof value !== "object" || value === null)
    return value === expected;
  const keys = Object.keys(expected);
  const given = value as Readonly<Record<string, unknown>>;
  return keys.every((key) => samePlain(given[key], (expected as Readonly<Record<string, unknown>>)[key]));
}

/** Lists, and typed arrays as lists. */
function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

/** What is wrong with the form of a value, before its numbers are looked at; undefined where the form is right. */
export function formHint(value: unknown, expected: PlainValue): string | undefined {
  if (Array.isArray(expected)) {
    if (!isList(value)) return "Your function must return a list.";
    return value.length === expected.length
      ? undefined
      : `Your list has ${value.length} entries where ${expected.length} are asked for.`;
  }
  if (typeof expected === "object" && expected !== null) {
    const missing = Object.keys(expected).filter((key) => !isObject(value) || !(key in value));
    return missing.length === 0 ? undefined : `Your result lacks ${missing.join(", ")}.`;
  }
  if (typeof expected === "number" && typeof value !== "number") return "Your function must return a number.";
  return undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
