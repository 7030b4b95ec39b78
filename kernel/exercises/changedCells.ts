import { exerciseOf, isGraded, isLocked, isSolution, type LessonCell, sourceOf } from "./exerciseCell.js";

/** What is wrong with a cell that a student must not change. */
export interface CellChange {
  readonly gradeId: string;
  readonly change: "changed" | "deleted" | "there twice";
}

/**
 * What a student has done to the cells that are fixed: locked ones, and the places of solutions, whose text is free.
 *
 * @param originals the cells of the lesson as it was released
 */
export function changedCells(cells: readonly LessonCell[], originals: readonly LessonCell[]): CellChange[] {
  const found = cellsById(cells);
  return fixedCells(originals).flatMap((cell): CellChange[] => {
    const gradeId = exerciseOf(cell)!.grade_id;
    const [first, ...more] = found.get(gradeId) ?? [];
    if (!first) return [{ gradeId, change: "deleted" }];
    if (more.length > 0) return [{ gradeId, change: "there twice" }];
    return isSame(first, cell) ? [] : [{ gradeId, change: "changed" }];
  });
}

/** The cells that must be there as they were handed out; of a solution, that is all but its text. */
export function fixedCells<Cell extends LessonCell>(cells: readonly Cell[]): Cell[] {
  return cells.filter((cell) => isLocked(cell) || isSolution(cell) || exerciseOf(cell)?.task === true);
}

/** The cells of exercises by grade_id, each in the order of the notebook. */
export function cellsById<Cell extends LessonCell>(cells: readonly Cell[]): Map<string, Cell[]> {
  const found = new Map<string, Cell[]>();
  for (const cell of cells) {
    const gradeId = exerciseOf(cell)?.grade_id;
    if (gradeId !== undefined) found.set(gradeId, [...(found.get(gradeId) ?? []), cell]);
  }
  return found;
}

/** Text and kind; a solution's text is the student's own. */
function isSame(cell: LessonCell, original: LessonCell): boolean {
  const [ours, theirs] = [cell, original].map((each) => exerciseOf(each)!);
  const isOfKind =
    cell.cell_type === original.cell_type &&
    ours.grade === theirs.grade &&
    ours.solution === theirs.solution &&
    (!isGraded(original) || ours.points === theirs.points);
  return isOfKind && (isSolution(original) || sourceOf(cell) === sourceOf(original));
}
