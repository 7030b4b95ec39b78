import type { FrameLanguage } from "../contracts/payloads/exerciseCheck.js";
import type { LessonExercise } from "./exercises.js";
import type { ExerciseState } from "./exerciseState.js";
import { exerciseName, standing } from "./exerciseTexts.js";
import { exerciseAt, gradeIdAt, type Lesson } from "./lesson.js";
import { solutionsOf } from "./solutions.js";

/** What a person can do with an exercise. */
export type ExerciseAction = "check" | "hint" | "reset" | "showSolution";

/** What a front end shows at a cell of an exercise. */
export interface ExerciseLine {
  /** Whether the cell is a locked one that was changed, so that it can be restored. */
  readonly isChanged: boolean;
  /** The exercise that the cell is part of. */
  readonly exercise?: {
    readonly name: string;
    /** "Exercise 6.2: Open, 2 points" */
    readonly text: string;
    readonly state: ExerciseState["state"] | "read by hand";
  };
  /** In the order of their buttons, which stand at the exercise's last answer alone. */
  readonly actions: readonly ExerciseAction[];
}

/**
 * What to show at the cell at a place of the notebook; undefined for a cell without anything to show.
 *
 * @param stateOf how an exercise stands
 */
export function exerciseLine(
  lesson: Lesson,
  at: number,
  stateOf: (exercise: LessonExercise) => ExerciseState,
  language: FrameLanguage,
): ExerciseLine | undefined {
  const gradeId = gradeIdAt(lesson, at);
  const isChanged = lesson.changes.some((change) => change.gradeId === gradeId);
  const exercise = exerciseAt(lesson, at);
  if (!exercise) return isChanged ? { isChanged, actions: [] } : undefined;
  const state = stateOf(exercise);
  const name = exerciseName(exercise, language);
  const shown = {
    name,
    text: `${name}: ${standing(exercise, state, language)}`,
    state: exercise.isReadByHand ? ("read by hand" as const) : state.state,
  };
  const actions = exercise.answers.at(-1) === gradeId ? actionsFor(lesson, exercise) : [];
  return { isChanged, exercise: shown, actions };
}

function actionsFor(lesson: Lesson, exercise: LessonExercise): ExerciseAction[] {
  const actions: ExerciseAction[] = exercise.isReadByHand ? [] : ["check", "hint"];
  if (lesson.handedOut.length > 0) actions.push("reset");
  if (solutionsOf(lesson, exercise).length > 0) actions.push("showSolution");
  return actions;
}
