import { exerciseOf, isGraded, isReadByHand, isSolution, type LessonCell, sourceOf } from "./exerciseCell.js";

/** An exercise of a notebook, which may have lost some of its cells. */
export interface LessonExercise {
  /** Such as "6.2"; undefined for a free answer, which has no number. */
  readonly number?: string;
  readonly points: number;
  /** Graded by a person: there is nothing to check. */
  readonly isReadByHand: boolean;
  /** The grade_ids of the cells for the answer, in order; at least one, but for a check without an answer. */
  readonly answers: readonly string[];
  /** The grade_id of the check. */
  readonly check?: string;
}

/**
 * The exercises of a lesson: cells for an answer up to the graded cell that checks them.
 *
 * @param cells as they were handed out, where the notebook holds that; else as they are
 */
export function exercisesIn(cells: readonly LessonCell[]): LessonExercise[] {
  const exercises: LessonExercise[] = [];
  let answers: string[] = [];
  for (const cell of cells) {
    const { grade_id: gradeId, points = 0, task } = exerciseOf(cell) ?? {};
    if (gradeId === undefined) continue;
    if (isReadByHand(cell) || task === true)
      exercises.push({ points, isReadByHand: true, answers: [gradeId] });
    else if (isGraded(cell)) {
      exercises.push({
        number: numberOf(cell, gradeId),
        points,
        isReadByHand: false,
        answers,
        check: gradeId,
      });
      answers = [];
    } else if (isSolution(cell)) answers.push(gradeId);
  }
  return exercises;
}

/** The exercise that a cell is part of: as an answer or as a check. */
export function exerciseWith(
  exercises: readonly LessonExercise[],
  gradeId: string | undefined,
): LessonExercise | undefined {
  return exercises.find(
    ({ answers, check }) => gradeId !== undefined && [...answers, check].includes(gradeId),
  );
}

/** "6.2", from `aen.check("6.2", …)` or from an id such as "check-6-2"; else the id. */
function numberOf(check: LessonCell, gradeId: string): string {
  const called = /\baen\s*\.\s*check\s*\(\s*["'`]([^"'`]+)/.exec(sourceOf(check))?.[1];
  return called ?? /\d+(?:[.-]\d+)*$/.exec(gradeId)?.[0].replaceAll("-", ".") ?? gradeId;
}
