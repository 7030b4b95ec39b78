import { type Exercise, type Finding, right, wrong } from "./exercise.js";
import { firstWrong } from "./functionCases.js";
import { callForNumbers, listOf, type Numbers, sameSize, sizeText } from "./numbersAnswer.js";
import { closeTo } from "./tensorAnswer.js";

/** An exercise whose answer is a function of numbers and lists, which are no tensors. */
export interface NumbersExercise<Given extends readonly unknown[]> {
  readonly id: string;
  readonly name: string;
  readonly points: number;
  /** What the answer is called with; the last case is hidden. */
  readonly cases: readonly Given[];
  /** What the answer must compute. */
  readonly reference: (...given: Given) => Numbers;
  /** What is often computed instead, with a hint for each that does not give the answer away. */
  readonly mistakes: readonly NumbersMistake<Given>[];
  /** The hint where no mistake fits. */
  readonly hint: string;
}

export interface NumbersMistake<Given extends readonly unknown[]> {
  readonly hint: string;
  readonly value: (...given: Given) => Numbers;
}

/** Compares a function of plain values with its reference, to a ten-thousandth of the largest number. */
export function numbersExercise<Given extends readonly unknown[]>(
  exercise: NumbersExercise<Given>,
): Exercise {
  const examine = (answer: unknown, hidden: boolean): Finding =>
    firstWrong(exercise, hidden, (index) => examineCase(exercise, answer, exercise.cases[index]));
  const parts = [{ what: "the values", points: exercise.points, examine }];
  return { id: exercise.id, name: exercise.name, parts };
}

function examineCase<Given extends readonly unknown[]>(
  exercise: NumbersExercise<Given>,
  answer: unknown,
  given: Given,
): Finding {
  const called = callForNumbers(answer, given);
  if (!("numbers" in called)) return wrong(called.hint);
  const expected = exercise.reference(...given);
  const isClose = (to: Numbers) =>
    sameSize(called.numbers, to) && closeTo(listOf(called.numbers), listOf(to));
  if (isClose(expected)) return right;
  const known = exercise.mistakes.find(({ value }) => isClose(value(...given)));
  if (known) return wrong(known.hint);
  if (!sameSize(called.numbers, expected))
    return wrong(`Your function returns ${sizeText(called.numbers)}; asked for is ${sizeText(expected)}.`);
  return listOf(called.numbers).some(Number.isNaN)
    ? wrong("Your function returns NaN, which is no number: do you divide by 0, or read past a list's end?")
    : wrong(exercise.hint);
}
