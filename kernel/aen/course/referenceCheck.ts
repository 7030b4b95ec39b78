import { type Finding, right, wrong } from "./exercise.js";
import type { NoAnswer } from "./userFunction.js";

/** What an answer is compared with, and what is told where it differs. */
export interface Reference<Inputs extends readonly unknown[], Value> {
  /** What the answer must compute. */
  reference(...inputs: Inputs): Value;
  /** What is often computed instead, with a hint for each that does not give the answer away. */
  readonly mistakes: readonly KnownMistake<Inputs, Value>[];
  /** The hint where no mistake fits. */
  readonly hint: string;
}

export interface KnownMistake<Inputs extends readonly unknown[], Value> {
  readonly hint: string;
  value(...inputs: Inputs): Value;
}

/** How values of one kind, such as lists of numbers, are got from an answer and compared. */
export interface ValueKind<Value> {
  /** Calls an answer with copies of the inputs; a hint says why there is nothing to compare. */
  call(answer: unknown, inputs: readonly unknown[], expected: Value): { readonly value: Value } | NoAnswer;
  same(value: Value, expected: Value): boolean;
  /** What else is to be said of a value that is neither right nor a known mistake. */
  otherwise(value: Value, expected: Value): string | undefined;
}

/** Compares an answer with its reference, case by case, up to the first that is not right. */
export function checkCases<Inputs extends readonly unknown[], Value>(
  kind: ValueKind<Value>,
  reference: Reference<Inputs, Value>,
  answer: unknown,
  cases: readonly Inputs[],
): Finding {
  for (const inputs of cases) {
    const found = checkCase(kind, reference, answer, inputs);
    if (found.share < 1) return found;
  }
  return right;
}

function checkCase<Inputs extends readonly unknown[], Value>(
  { call, same, otherwise }: ValueKind<Value>,
  { reference, mistakes, hint }: Reference<Inputs, Value>,
  answer: unknown,
  inputs: Inputs,
): Finding {
  const expected = reference(...inputs);
  const called = call(answer, inputs, expected);
  if (!("value" in called)) return wrong(called.hint);
  if (same(called.value, expected)) return right;
  const known = mistakes.find(({ value }) => same(called.value, value(...inputs)));
  return wrong(known?.hint ?? otherwise(called.value, expected) ?? hint);
}
