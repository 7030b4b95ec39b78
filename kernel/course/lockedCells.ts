import type { Notebook, NotebookCell } from "../notebook/notebookFile.js";
import { cellsById, fixedCells } from "../exercises/changedCells.js";
import { exerciseOf, isSolution } from "../exercises/exerciseCell.js";

/**
 * A submission whose fixed cells are as in the lesson again, each behind the one that it follows there. What a student
 * has written into solutions and into cells of their own stays; of a cell that is there twice, the last one counts, as
 * with nbgrader.
 *
 * @param lesson as it is to be run: released, or with hidden tests
 */
export function restoreCells(submission: Notebook, lesson: Notebook): Notebook {
  const originals = new Map(fixedCells(lesson.cells).map((cell) => [exerciseOf(cell)!.grade_id, cell]));
  const found = cellsById(submission.cells);
  const cells = submission.cells.flatMap((cell): NotebookCell[] => {
    const gradeId = exerciseOf(cell)?.grade_id;
    const original = gradeId === undefined ? undefined : originals.get(gradeId);
    if (!original) return [withoutExercise(cell)];
    return found.get(gradeId!)!.at(-1) === cell ? [restored(cell, original)] : [withoutExercise(cell)];
  });
  [...originals].reduce<string | undefined>((before, [gradeId, original]) => {
    if (!found.has(gradeId)) insertBehind(cells, before, original);
    return gradeId;
  }, undefined);
  return {
    ...submission,
    metadata: { ...submission.metadata, kernelspec: lesson.metadata["kernelspec"] },
    cells,
  };
}

function restored(cell: NotebookCell, original: NotebookCell): NotebookCell {
  const { metadata, cell_type } = original;
  if (!isSolution(original)) return { ...structuredClone(original), id: cell.id };
  const answer = { ...cell, cell_type, metadata: structuredClone(metadata) };
  return cell_type === "code" ? { outputs: [], execution_count: null, ...answer } : answer;
}

/** A cell of the student's own: it counts for nothing. */
function withoutExercise(cell: NotebookCell): NotebookCell {
  const { nbgrader: _, ...metadata } = cell.metadata ?? {};
  return { ...cell, metadata };
}

function insertBehind(cells: NotebookCell[], before: string | undefined, original: NotebookCell): void {
  const at = before === undefined ? -1 : cells.findIndex((cell) => exerciseOf(cell)?.grade_id === before);
  cells.splice(at + 1, 0, structuredClone(original));
}
