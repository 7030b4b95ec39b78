import { type Exercise, type ExercisePart, type Finding, right, wrong } from "./exercise.js";
import { callPlain, formHint, type PlainValue, samePlain } from "./plainAnswer.js";

/** An exercise whose answer is a function of plain values: numbers, texts, lists and objects of them. */
export interface PlainExercise<Inputs extends readonly PlainValue[]> {
  readonly id: string;
  readonly name: string;
  /** What is tried, in this order. */
  readonly parts: readonly PlainPart<Inputs>[];
  /** What the answer must compute. */
  reference(...inputs: Inputs): PlainValue;
  /** What is often computed instead, with a hint for each that does not give the answer away. */
  readonly mistakes: readonly PlainMistake<Inputs>[];
  /** The hint where no mistake fits. */
  readonly hint: string;
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

interface PlainMistake<Inputs extends readonly PlainValue[]> {
  readonly hint: string;
  value(...inputs: Inputs): PlainValue;
}

/** Compares a function of plain values with its reference, case by case; later parts wait for the first. */
export function plainExercise<Inputs extends readonly PlainValue[]>(
  exercise: PlainExercise<Inputs>,
): Exercise {
  const parts = exercise.parts.map((part, at): ExercisePart => {
    const { what, points, cases, hiddenCases = [] } = part;
    const examine = (answer: unknown, hidden: boolean): Finding => {
      for (const inputs of hidden ? [...cases, ...hiddenCases] : cases) {
        const found = examined(exercise, part, answer, inputs);
        if (found.share < 1) return found;
      }
      return right;
    };
    return { what, points, ...(at > 0 && { needsEarlier: true }), examine };
  });
  return { id: exercise.id, name: exercise.name, parts };
}

function examined<Inputs extends readonly PlainValue[]>(
  exercise: PlainExercise<Inputs>,
  part: PlainPart<Inputs>,
  answer: unknown,
  inputs: Inputs,
): Finding {
  const called = callPlain(answer, inputs);
  if (!("value" in called)) return wrong(called.hint);
  const expected = exercise.reference(...inputs);
  if (samePlain(called.value, expected)) return right;
  const known = exercise.mistakes.find(({ value }) => samePlain(called.value, value(...inputs)));
  return wrong(known?.hint ?? formHint(called.value, expected) ?? part.hint ?? exercise.hint);
}
