import { cellsById, changedCells } from "./changedCells.js";
import { exerciseOf, isSolution, type LessonCell, sourceOf } from "./exerciseCell.js";
import type { LessonExercise } from "./exercises.js";
import type { HandedOutCell } from "./handedOut.js";

/** A cell as a front end is to write it. */
export type WrittenCell = Omit<HandedOutCell, "solution">;

/** Puts cells in place of `removed` ones (0 or 1) at a place of the notebook as it is now. */
export interface Repair {
  readonly at: number;
  readonly removed: 0 | 1;
  readonly cells: readonly WrittenCell[];
}

/**
 * What makes the fixed cells as they were handed out again. Answers stay. A deleted cell comes back behind the one that it
 * follows in the lesson; of a cell that is there twice, the last one counts, as with nbgrader, and the others become cells
 * of the student's own.
 *
 * @param only the cell with this grade_id; without it, all
 * @returns from the end of the notebook to its start, so that each place holds while one after the other is done
 */
export function repairs(
  cells: readonly LessonCell[],
  handedOut: readonly HandedOutCell[],
  only?: string,
): Repair[] {
  const wanted = changedCells(cells, handedOut).filter(
    ({ gradeId }) => only === undefined || gradeId === only,
  );
  const damaged = new Set(wanted.map(({ gradeId }) => gradeId));
  const isMeant = (cell: LessonCell) => damaged.has(exerciseOf(cell)?.grade_id ?? "");
  const originals = new Map(handedOut.filter(isMeant).map((cell) => [exerciseOf(cell)!.grade_id, cell]));
  const found = cellsById(cells);
  const replaced = cells.flatMap((cell, at): Repair[] => {
    const gradeId = exerciseOf(cell)?.grade_id ?? "";
    const original = originals.get(gradeId);
    if (!original) return [];
    const counts = found.get(gradeId)!.at(-1) === cell;
    return [{ at, removed: 1, cells: [counts ? restored(cell, original) : withoutExercise(cell)] }];
  });
  return fromTheEnd([...replaced, ...insertions(cells, handedOut, isMeant)]);
}

/**
 * What makes the cells of one exercise as they were handed out: the answer is gone, and so is what the check has shown.
 *
 * @returns in the order of {@link repairs}
 */
export function resets(
  cells: readonly LessonCell[],
  handedOut: readonly HandedOutCell[],
  { answers, check }: LessonExercise,
): Repair[] {
  const isMeant = (cell: LessonCell) => [...answers, check].includes(exerciseOf(cell)?.grade_id);
  const found = cellsById(cells);
  const replaced = handedOut.filter(isMeant).flatMap((original): Repair[] => {
    const cell = found.get(exerciseOf(original)!.grade_id)?.at(-1);
    return cell ? [{ at: cells.indexOf(cell), removed: 1, cells: [resetCell(original)] }] : [];
  });
  return fromTheEnd([...replaced, ...insertions(cells, handedOut, isMeant)]);
}

function fromTheEnd(all: readonly Repair[]): Repair[] {
  return [...all].sort((one, other) => other.at + other.removed - one.at - one.removed);
}

function resetCell({ id, cell_type, source, metadata }: HandedOutCell): WrittenCell {
  return { ...(id === undefined ? {} : { id }), cell_type, source, metadata };
}

function restored(cell: LessonCell, original: HandedOutCell): WrittenCell {
  return isSolution(original) ? { ...resetCell(original), source: sourceOf(cell) } : resetCell(original);
}

function withoutExercise(cell: LessonCell): WrittenCell {
  const { nbgrader: _, ...metadata } = cell.metadata ?? {};
  return { cell_type: cell.cell_type as WrittenCell["cell_type"], source: sourceOf(cell), metadata };
}

/** Deleted cells in the order of the lesson, those with one place together. */
function insertions(
  cells: readonly LessonCell[],
  handedOut: readonly HandedOutCell[],
  isMeant: (cell: LessonCell) => boolean,
): Repair[] {
  const places = new Map(cells.map((cell, at) => [exerciseOf(cell)?.grade_id, at]));
  const missing = new Map<number, WrittenCell[]>();
  let at = 0;
  for (const original of handedOut) {
    const place = places.get(exerciseOf(original)!.grade_id);
    if (place !== undefined) at = place + 1;
    else if (isMeant(original)) missing.set(at, [...(missing.get(at) ?? []), resetCell(original)]);
  }
  return [...missing].map(([place, inserted]) => ({ at: place, removed: 0, cells: inserted }));
}
