import { type ExerciseMetadata, exerciseOf } from "../exercises/exerciseCell.js";
import { DataError } from "../files/dataError.js";
import type { Notebook, NotebookCell } from "../notebook/notebookFile.js";

/**
 * Checks what nbgrader asks of the cells of an assignment.
 *
 * @param file for the message
 * @throws DataError that names the cell and says what to do
 */
export function requireExercises({ cells }: Notebook, file: string): void {
  const seen = new Set<string>();
  for (const cell of cells) {
    const exercise = exerciseOf(cell);
    if (!exercise) continue;
    const problem = problemOf(cell, exercise, seen);
    seen.add(exercise.grade_id);
    if (problem) throw new DataError(`the cell "${exercise.grade_id}" ${problem}`, { file });
  }
  if (seen.size === 0)
    throw new DataError("no cell has an exercise's metadata (nbgrader), so there is nothing to release.", {
      file,
    });
}

function problemOf(
  cell: NotebookCell,
  exercise: ExerciseMetadata,
  seen: ReadonlySet<string>,
): string | undefined {
  const { grade_id: id, grade, solution, task, points, schema_version: version } = exercise;
  if (version !== 3)
    return `has nbgrader's schema version ${version}. Run "nbgrader update" on the lesson: 3 is read here.`;
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(id))
    return "has a grade_id with other signs than letters, digits, _ . and -.";
  if (seen.has(id)) return "is there twice. Give one of the two another grade_id.";
  if ((grade || task) && !(typeof points === "number" && Number.isFinite(points) && points >= 0))
    return "has no points. Write a number of 0 or more into its metadata.";
  if (task && cell.cell_type !== "markdown") return "is a task, which must be Markdown.";
  if (cell.cell_type === "markdown" && !task && grade !== solution)
    return "is Markdown: it must be both graded and a solution, or neither.";
  return undefined;
}
