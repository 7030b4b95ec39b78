import { type CellChange, changedCells } from "./changedCells.js";
import { exerciseOf, type LessonCell } from "./exerciseCell.js";
import { exercisesIn, exerciseWith, type LessonExercise } from "./exercises.js";
import { type HandedOutCell, handedOutIn } from "./handedOut.js";

/** A notebook with exercises, as it is now. */
export interface Lesson {
  /** In the notebook's order. */
  readonly cells: readonly LessonCell[];
  readonly handedOut: readonly HandedOutCell[];
  readonly exercises: readonly LessonExercise[];
  /** What was done to locked cells; nothing where the notebook does not hold how it was handed out. */
  readonly changes: readonly CellChange[];
}

/**
 * The exercises of a notebook; undefined where it has none.
 *
 * @param metadata the notebook's, which may hold the cells as they were handed out
 */
export function lessonIn(cells: readonly LessonCell[], metadata: unknown): Lesson | undefined {
  const handedOut = handedOutIn(metadata);
  const exercises = exercisesIn(handedOut.length > 0 ? handedOut : cells);
  if (exercises.length === 0) return undefined;
  const changes = handedOut.length > 0 ? changedCells(cells, handedOut) : [];
  return { cells, handedOut, exercises, changes };
}

/** The grade_id of the cell at this place. */
export function gradeIdAt({ cells }: Lesson, at: number): string | undefined {
  const cell = cells.at(at);
  return cell && exerciseOf(cell)?.grade_id;
}

/** The exercise that the cell at this place belongs to; a text belongs to none. */
export function exerciseAt(lesson: Lesson, at: number): LessonExercise | undefined {
  return exerciseWith(lesson.exercises, gradeIdAt(lesson, at));
}

/** The place of the cell with this grade_id; of several, of the one that counts. */
export function placeOf({ cells }: Lesson, gradeId: string | undefined): number | undefined {
  const at = cells.findLastIndex((cell) => gradeId !== undefined && exerciseOf(cell)?.grade_id === gradeId);
  return at < 0 ? undefined : at;
}
