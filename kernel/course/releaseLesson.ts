import { messageOf } from "../contracts/messageOf.js";
import { DataError } from "../files/dataError.js";
import type { Notebook, NotebookCell } from "../notebook/notebookFile.js";
import { checksumOf } from "./checksum.js";
import {
  exerciseOf,
  isGraded,
  isLocked,
  isReadByHand,
  isSolution,
  sourceOf,
} from "../exercises/exerciseCell.js";
import { exercisesIn } from "../exercises/exercises.js";
import { withHandedOut } from "../exercises/handedOut.js";
import { hiddenTestMarks, replaceRegions, solutionMarks } from "./regions.js";
import { requireExercises } from "./requireExercises.js";

/** What stands where the solution was; nbgrader_config.py has the same. */
export const stubs = { code: "// Your code here", markdown: "Your answer here" } as const;

/** Which exercises' solutions students may see: all, or those with these numbers, such as "6.2". */
export type ShownSolutions = "all" | readonly string[];

/**
 * The student's version of a lesson, as nbgrader's generate_assignment makes it: without solutions, hidden tests and
 * outputs, with locked cells and checksums. Its metadata hold the exercises' cells too, to restore them from.
 *
 * @param file the lesson's, for messages
 * @param shown whose solutions the metadata hold as well; none if not given
 * @throws DataError that names the cell at fault, or the number that no exercise has
 */
export function releaseLesson(lesson: Notebook, file: string, shown: ShownSolutions = []): Notebook {
  requireExercises(lesson, file);
  const { celltoolbar: _, ...metadata } = lesson.metadata;
  const cells = lesson.cells.map((cell) => withChecksum(locked(cleared(cell, file))));
  return { ...lesson, metadata: withHandedOut(metadata, cells, solutionsOf(lesson, file, shown)), cells };
}

/** The solutions that students may see, by grade_id. */
function solutionsOf(lesson: Notebook, file: string, shown: ShownSolutions): Map<string, string> {
  const exercises = exercisesIn(lesson.cells);
  const numbers = exercises.flatMap(({ number }) => number ?? []);
  const unknown = shown === "all" ? undefined : shown.find((number) => !numbers.includes(number));
  if (unknown !== undefined)
    throw new DataError(`there is no exercise "${unknown}"; there are ${numbers.join(", ")}.`, { file });
  const isShown = (number?: string) => shown === "all" || (number !== undefined && shown.includes(number));
  const ids = new Set(exercises.filter(({ number }) => isShown(number)).flatMap(({ answers }) => answers));
  const answers = lesson.cells.filter((cell) => isSolution(cell) && ids.has(exerciseOf(cell)!.grade_id));
  return new Map(answers.map((cell) => [exerciseOf(cell)!.grade_id, withoutMarks(sourceOf(cell))]));
}

/** A solution without its marks, and without hidden tests. */
function withoutMarks(source: string): string {
  const visible = replaceRegions(source, hiddenTestMarks, null) ?? source;
  const isMark = (line: string) => line.includes(solutionMarks.begin) || line.includes(solutionMarks.end);
  return visible
    .split("\n")
    .filter((line) => !isMark(line))
    .join("\n");
}

/**
 * A lesson as it is graded: with the hidden tests, without solutions (of an answer that is missing, what was handed out
 * is restored), and with checksums of the cells that a student must not change.
 */
export function gradedLesson(lesson: Notebook, file: string): Notebook {
  requireExercises(lesson, file);
  const cells = lesson.cells.map((cell) => (isSolution(cell) ? cleared(cell, file) : cell));
  return { ...lesson, cells: cells.map((cell) => withChecksum(locked(cell))) };
}

function cleared(cell: NotebookCell, file: string): NotebookCell {
  const empty = cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell;
  return { ...empty, source: withoutAnswers(cell, file) };
}

function withoutAnswers(cell: NotebookCell, file: string): string {
  const name = exerciseOf(cell)?.grade_id ?? cell.id;
  const refused = (problem: string) => new DataError(`the cell "${name}": ${problem}`, { file });
  const stub = cell.cell_type === "code" ? stubs.code : stubs.markdown;
  try {
    const source = sourceOf(cell);
    const unsolved = replaceRegions(source, solutionMarks, stub);
    if (unsolved !== undefined && !isSolution(cell))
      throw new Error("it has a solution, but is not marked as one.");
    const shown = unsolved ?? (isSolution(cell) ? stub : source);
    const visible = replaceRegions(shown, hiddenTestMarks, null);
    if (visible !== undefined && !isGraded(cell)) throw new Error("it has hidden tests, but is not graded.");
    return visible ?? shown;
  } catch (error) {
    throw refused(messageOf(error));
  }
}

/** Front ends keep a student from changing or deleting what is locked, as far as they heed it. */
function locked(cell: NotebookCell): NotebookCell {
  if (!exerciseOf(cell)) return cell;
  const isFixed = isLocked(cell) || exerciseOf(cell)?.task === true;
  return {
    ...cell,
    metadata: { ...cell.metadata, deletable: false, ...(isFixed ? { editable: false } : {}) },
  };
}

function withChecksum(cell: NotebookCell): NotebookCell {
  const exercise = exerciseOf(cell);
  if (!exercise) return cell;
  const needs = exercise.grade || exercise.solution || exercise.locked || exercise.task;
  if (!needs) return cell;
  const nbgrader = { ...exercise, cell_type: cell.cell_type, checksum: checksumOf(cell) };
  return { ...cell, metadata: { ...cell.metadata, nbgrader } };
}

/** The most points of a lesson: what its checks give, and what a person gives for the rest. */
export function pointsOfLesson({ cells }: Notebook): { readonly checked: number; readonly byHand: number } {
  const sum = (of: (cell: NotebookCell) => boolean) =>
    cells.filter(of).reduce((points, cell) => points + (exerciseOf(cell)?.points ?? 0), 0);
  return { checked: sum((cell) => isGraded(cell) && !isReadByHand(cell)), byHand: sum(isReadByHand) };
}
