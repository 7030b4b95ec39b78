import type { FrameLanguage } from "../contracts/payloads/exerciseCheck.js";
import type { LessonExercise } from "./exercises.js";
import type { ExerciseState } from "./exerciseState.js";
import { exerciseName, exerciseTexts } from "./exerciseTexts.js";

/** What a person is told who asks for a hint. */
export interface Hint {
  readonly text: string;
  /** Whether there is no hint before the answer has been checked. */
  readonly needsCheck: boolean;
}

/** The hint of an exercise that stands so. */
export function hintFor(
  exercise: LessonExercise,
  { state, hint }: ExerciseState,
  language: FrameLanguage,
): Hint {
  const texts = exerciseTexts[language];
  if (hint !== undefined) return { text: `${exerciseName(exercise, language)}: ${hint}`, needsCheck: false };
  if (state === "open") return { text: texts.hintAfterCheck, needsCheck: true };
  return { text: texts.noHint, needsCheck: false };
}
