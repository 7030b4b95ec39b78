import type { CheckedPart } from "../../contracts/payloads/exerciseCheck.js";
import { displayInCell } from "../host/cellDisplay.js";
import { CheckedExercise, ExerciseError } from "./checkedExercise.js";
import { type Exercise, pointsOf } from "./exercise.js";
import { exercises } from "./exercises.js";
import { frameLanguage } from "./frameLanguage.js";
import { sealOf } from "./seal.js";

export interface CheckOptions {
  /** Looks at further cases too, which a student does not see. Default false. */
  readonly hidden?: boolean;
}

/**
 * Checks the answer to an exercise of the course, in this kernel alone: nothing is sent anywhere. As the last expression
 * of a cell it shows what is right, what is not yet, and a hint.
 *
 * @param id the exercise's number, such as "6.2"
 * @param answer what the exercise asks for: a function, a number, a text
 * @throws ExerciseError, whose message is the hint, when no part is right
 * @throws RangeError for an exercise that does not exist
 */
export async function check(
  id: string,
  answer: unknown,
  options: CheckOptions = {},
): Promise<CheckedExercise> {
  const checked = await checkAnswer(exerciseOf(id), answer, options);
  if (checked.points > 0) return checked;
  await displayInCell(checked);
  throw new ExerciseError(checked);
}

function exerciseOf(id: string): Exercise {
  const found = exercises.find((exercise) => exercise.id === id);
  if (found) return found;
  const known = exercises.map((exercise) => exercise.id).join(", ");
  throw new RangeError(`There is no exercise "${id}"; the exercises are ${known}.`);
}

/** What the check of an exercise finds in an answer, right or wrong. */
export async function checkAnswer(
  exercise: Exercise,
  answer: unknown,
  { hidden = false }: CheckOptions = {},
): Promise<CheckedExercise> {
  const parts: CheckedPart[] = [];
  let hint: string | undefined;
  for (const { what, points: maxPoints, needsEarlier, examine } of exercise.parts) {
    const isOpen = needsEarlier === true && parts.some(({ state }) => state !== "right");
    const found = isOpen ? { share: 0 } : await examine(answer, hidden);
    const state = isOpen ? "open" : found.share >= 1 ? "right" : "wrong";
    parts.push({ what, state, points: found.share * maxPoints, maxPoints });
    hint ??= found.hint;
  }
  const points = rounded(parts.reduce((sum, part) => sum + part.points, 0));
  const seal = sealOf(exercise.id, points, hidden);
  return new CheckedExercise({
    ...{ view: "exercise-check", version: 1, language: frameLanguage(), exercise: exercise.id },
    ...{ name: exercise.name, points, maxPoints: pointsOf(exercise), parts },
    ...(hint === undefined ? {} : { hint }),
    ...(seal === undefined ? {} : { seal }),
  });
}

/** To hundredths: sums of shares have no digits that mean nothing. */
function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
