import type { FrameLanguage } from "../../../kernel/contracts/payloads/exerciseCheck.js";
import type { ExerciseAction } from "../../../kernel/exercises/exerciseLine.js";
import type { LessonExercise } from "../../../kernel/exercises/exercises.js";
import { exerciseName, exerciseTexts } from "../../../kernel/exercises/exerciseTexts.js";
import { hintFor } from "../../../kernel/exercises/hint.js";
import { gradeIdAt } from "../../../kernel/exercises/lesson.js";
import { repairs, resets } from "../../../kernel/exercises/repairs.js";
import { shownSolution, solutionsOf } from "../../../kernel/exercises/solutions.js";
import type { LessonNotebook, LessonPanel, RunCells } from "./labNotebook.js";
import { applyRepairs } from "./lessonEdits.js";
import { cellWith, lessonOf, type OpenLesson, stateIn } from "./openLesson.js";

/** An exercise of a notebook that is open. */
export interface Meant {
  readonly lesson: OpenLesson;
  readonly exercise: LessonExercise;
}

/** What is done with an exercise; the result is to be told, if there is anything to tell. */
export type ExerciseActions = Readonly<Record<ExerciseAction, (meant: Meant) => string>>;

/** The actions of the exercises of a notebook. */
export function exerciseActions(
  { sessionContext }: LessonPanel,
  run: RunCells,
  language: FrameLanguage,
): ExerciseActions {
  const texts = exerciseTexts[language];
  return {
    /** Runs the answer, then its check. */
    check({ lesson, exercise }) {
      if (exercise.isReadByHand) return `${exerciseName(exercise, language)}: ${texts.readByHand}.`;
      const check = cellWith(lesson, exercise.check);
      if (!check) return texts.checkIsGone;
      const answers = exercise.answers.flatMap((id) => cellWith(lesson, id) ?? []);
      void sessionContext.ready
        .then(() => run(lesson.notebook, [...answers, check], sessionContext))
        .catch(console.error);
      return "";
    },
    hint: ({ lesson, exercise }) => hintFor(exercise, stateIn(lesson, exercise), language).text,
    reset({ lesson, exercise }) {
      if (lesson.handedOut.length === 0) return texts.nothingHandedOut;
      applyRepairs(lesson.notebook, resets(lesson.cells, lesson.handedOut, exercise));
      return texts.wasReset(exerciseName(exercise, language));
    },
    showSolution({ lesson, exercise }) {
      if (solutionsOf(lesson, exercise).length === 0) return texts.noSolution;
      applyRepairs(lesson.notebook, [shownSolution(lesson, exercise, language)]);
      return "";
    },
  };
}

/**
 * Restores the locked cell at a place of a notebook, or all without one, and puts the focus on the first that was
 * restored: the button that asked for it is gone.
 *
 * @returns what is to be told
 */
export function restore(notebook: LessonNotebook, language: FrameLanguage, at?: number): string {
  const texts = exerciseTexts[language];
  const lesson = lessonOf(notebook);
  if (!lesson) return texts.noExercise;
  if (lesson.handedOut.length === 0) return texts.nothingHandedOut;
  const wanted = repairs(
    lesson.cells,
    lesson.handedOut,
    at === undefined ? undefined : gradeIdAt(lesson, at),
  );
  if (wanted.length === 0) return texts.nothingToRestore;
  applyRepairs(notebook, wanted);
  notebook.activeCellIndex = wanted.at(-1)!.at;
  notebook.activate();
  return texts.restored;
}
