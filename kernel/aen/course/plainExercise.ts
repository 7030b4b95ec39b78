import type { Exercise, ExercisePart } from "./exercise.js";
import { callPlain, formHint, type PlainValue, samePlain } from "./plainAnswer.js";
import { checkCases, type Reference, type ValueKind } from "./referenceCheck.js";

/** An exercise whose answer is a function of plain values: numbers, texts, lists and objects of them. */
export interface PlainExercise<Inputs extends readonly PlainValue[]> extends Reference<Inputs, PlainValue> {
  readonly id: string;
  readonly name: string;
  /** What is tried, in this order. */
  readonly parts: readonly PlainPart<Inputs>[];
}

/** Cases that give points together. */
export interface PlainPart<Inputs extends readonly PlainValue[]> {
  /** Such as "the values". */
  readonly what: string;
  readonly points: number;
  /** What the function is called with. */
  readonly cases: readonly Inputs[];
  /** Looked at when grading only. */
  readonly hiddenCases?: readonly Inputs[];
  /** The hint of this part where no mistake fits; by default the exercise's. */
  readonly hint?: string;
}

/** Compares a function of plain values with its reference, case by case; later parts wait for the first. */
export function plainExercise<Inputs extends readonly PlainValue[]>(
  exercise: PlainExercise<Inputs>,
): Exercise {
  const { id, name, reference, mistakes } = exercise;
  const parts = exercise.parts.map((part, at): ExercisePart => {
    const { what, points, cases, hiddenCases = [], hint = exercise.hint } = part;
    return {
      ...{ what, points, ...(at > 0 && { needsEarlier: true }) },
      examine: (answer, hidden) =>
        checkCases(
          plainValues,
          { reference, mistakes, hint },
          answer,
          hidden ? [...cases, ...hiddenCases] : cases,
        ),
    };
  });
  return { id, name, parts };
}

const plainValues: ValueKind<PlainValue> = {
  call: (answer, inputs) => callPlain(answer, inputs as readonly PlainValue[]),
  same: samePlain,
  otherwise: formHint,
};
