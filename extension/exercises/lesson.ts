import * as vscode from "vscode";
import { type CellChange, changedCells } from "../../kernel/exercises/changedCells.js";
import { exerciseOf, type LessonCell } from "../../kernel/exercises/exerciseCell.js";
import {
  type CheckOutcome,
  exerciseState,
  type ExerciseState,
} from "../../kernel/exercises/exerciseState.js";
import { exercisesIn, exerciseWith, type LessonExercise } from "../../kernel/exercises/exercises.js";
import { languageFor } from "../../kernel/exercises/exerciseTexts.js";
import { type HandedOutCell, handedOutIn } from "../../kernel/exercises/handedOut.js";
import { isAenNotebook } from "../kernelMetadata.js";

/** A notebook with exercises, as it is now. */
export interface Lesson {
  readonly notebook: vscode.NotebookDocument;
  /** In the notebook's order. */
  readonly cells: readonly LessonCell[];
  readonly handedOut: readonly HandedOutCell[];
  readonly exercises: readonly LessonExercise[];
  /** What was done to locked cells; nothing where the notebook does not hold how it was handed out. */
  readonly changes: readonly CellChange[];
}

/** The exercises of a notebook for our kernel; undefined where it has none. */
export function lessonOf(notebook: vscode.NotebookDocument): Lesson | undefined {
  if (!isAenNotebook(notebook.metadata)) return undefined;
  const cells = notebook.getCells().map(lessonCell);
  const handedOut = handedOutIn((notebook.metadata as { metadata?: unknown }).metadata);
  const exercises = exercisesIn(handedOut.length > 0 ? handedOut : cells);
  if (exercises.length === 0) return undefined;
  const changes = handedOut.length > 0 ? changedCells(cells, handedOut) : [];
  return { notebook, cells, handedOut, exercises, changes };
}

/** VS Code keeps a cell's own metadata one level down. */
function lessonCell(cell: vscode.NotebookCell): LessonCell {
  const metadata = (cell.metadata as { metadata?: LessonCell["metadata"] }).metadata;
  const isCode = cell.kind === vscode.NotebookCellKind.Code;
  const codeType = cell.document.languageId === "raw" ? "raw" : "code";
  return { cell_type: isCode ? codeType : "markdown", source: cell.document.getText(), metadata };
}

export function gradeIdOf(lesson: Lesson, cell: vscode.NotebookCell): string | undefined {
  return exerciseOf(lesson.cells[cell.index])?.grade_id;
}

/** The exercise that a cell belongs to; a text belongs to none. */
export function exerciseAt(lesson: Lesson, cell: vscode.NotebookCell): LessonExercise | undefined {
  return exerciseWith(lesson.exercises, gradeIdOf(lesson, cell));
}

/** The cell with this grade_id; of several, the one that counts. */
export function cellWith(
  { notebook, cells }: Lesson,
  gradeId: string | undefined,
): vscode.NotebookCell | undefined {
  const at = cells.findLastIndex((cell) => gradeId !== undefined && exerciseOf(cell)?.grade_id === gradeId);
  return at < 0 ? undefined : notebook.cellAt(at);
}

/** How an exercise stands, by what its check shows. */
export function stateIn(lesson: Lesson, { check }: LessonExercise): ExerciseState {
  const cell = cellWith(lesson, check);
  return cell ? exerciseState(outcomeOf(cell)) : { state: "open" };
}

const errorMime = "application/vnd.code.notebook.error";

function outcomeOf({ outputs, executionSummary }: vscode.NotebookCell): CheckOutcome {
  const items = outputs.map((output) =>
    Object.fromEntries(
      output.items
        .filter(({ mime }) => mime === errorMime || mime.startsWith("application/vnd.aen."))
        .map(({ mime, data }) => [mime, parsed(data)]),
    ),
  );
  const error = items.map((item) => item[errorMime] as { message?: string } | undefined).find((each) => each);
  return {
    hasRun: executionSummary?.executionOrder !== undefined,
    outputs: items,
    ...(error ? { error: error.message ?? "" } : {}),
  };
}

function parsed(data: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(data));
  } catch {
    return undefined;
  }
}

export const language = languageFor(vscode.env.language);
