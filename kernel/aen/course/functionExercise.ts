import { type Exercise, type ExercisePart, type Finding, right, wrong } from "./exercise.js";
import { firstWrong, type FunctionExercise, inputsOf } from "./functionCases.js";
import { gradientsPart } from "./gradientsPart.js";
import {
  type Called,
  callAnswer,
  closeTo,
  constantFactor,
  sameShape,
  shapeText,
  type Taken,
  taken,
  type TensorFunction,
  tidied,
} from "./tensorAnswer.js";

/** Compares a function with its reference: shape and values first, then gradients. */
export function functionExercise(exercise: FunctionExercise): Exercise {
  const values: ExercisePart = {
    what: "the values",
    points: exercise.points.values,
    examine: (answer, hidden) =>
      firstWrong(exercise, hidden, (index) => valuesOfCase(exercise, answer, index)),
  };
  const { gradients } = exercise.points;
  const parts = gradients === undefined ? [values] : [values, gradientsPart(exercise, gradients)];
  return { id: exercise.id, name: exercise.name, parts };
}

function valuesOfCase(exercise: FunctionExercise, answer: unknown, index: number): Finding {
  const called = callAnswer(answer, () => inputsOf(exercise, index));
  if (!("value" in called)) return wrong(called.hint);
  const expected = valueOf(exercise.reference, exercise, index);
  return compared(called, expected, () => mistakeOf(exercise, called.value, index) ?? exercise.hint);
}

function compared(
  { value }: Extract<Called, { value: Taken }>,
  expected: Taken,
  hint: () => string,
): Finding {
  if (!sameShape(value.shape, expected.shape))
    return wrong(
      `Your tensor has the shape ${shapeText(value.shape)} where ${shapeText(expected.shape)} is asked for. Over which ` +
        `axes do you sum, and which of them should be left?`,
    );
  if (value.values.some(Number.isNaN))
    return wrong("Your values are not numbers (NaN): do you divide by 0 or take log(0)?");
  return closeTo(value.values, expected.values) ? right : wrong(hint());
}

function valueOf(computed: TensorFunction, exercise: FunctionExercise, index: number): Taken {
  return tidied(() => taken(computed(...inputsOf(exercise, index))));
}

/** The hint of the mistake that gives these values; of a missing factor where one fits. */
function mistakeOf(exercise: FunctionExercise, value: Taken, index: number): string | undefined {
  const known = exercise.mistakes.find((mistake) => {
    const { shape, values } = valueOf(mistake.value, exercise, index);
    return sameShape(shape, value.shape) && closeTo(value.values, values);
  });
  if (known) return known.hint;
  const expected = valueOf(exercise.reference, exercise, index);
  return constantFactor(value.values, expected.values) === null
    ? undefined
    : "All your values differ from what is asked for by one and the same factor. Which division or weight in the formula could it be?";
}
