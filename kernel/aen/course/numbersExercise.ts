import type { Exercise } from "./exercise.js";
import { lookedAt } from "./functionCases.js";
import { callForNumbers, listOf, type Numbers, sameSize, sizeText } from "./numbersAnswer.js";
import { checkCases, type Reference, type ValueKind } from "./referenceCheck.js";
import { closeTo } from "./tensorAnswer.js";

/** An exercise whose answer is a function of numbers and lists, which are no tensors. */
export interface NumbersExercise<Given extends readonly unknown[]> extends Reference<Given, Numbers> {
  readonly id: string;
  readonly name: string;
  readonly points: number;
  /** What the answer is called with; the last case is hidden. */
  readonly cases: readonly Given[];
}

/** Compares a function of plain values with its reference, to a ten-thousandth of the largest number. */
export function numbersExercise<Given extends readonly unknown[]>(
  exercise: NumbersExercise<Given>,
): Exercise {
  const { id, name, points, cases } = exercise;
  const examine = (answer: unknown, hidden: boolean) =>
    checkCases(numbers, exercise, answer, lookedAt(cases, hidden));
  return { id, name, parts: [{ what: "the values", points, examine }] };
}

const numbers: ValueKind<Numbers> = {
  call: callForNumbers,
  same: (value, expected) => sameSize(value, expected) && closeTo(listOf(value), listOf(expected)),
  otherwise(value, expected) {
    if (!sameSize(value, expected))
      return `Your function returns ${sizeText(value)}; asked for is ${sizeText(expected)}.`;
    return listOf(value).some(Number.isNaN)
      ? "Your function returns NaN, which is no number: do you divide by 0, or read past a list's end?"
      : undefined;
  },
};
