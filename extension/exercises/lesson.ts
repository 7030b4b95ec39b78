import * as vscode from "vscode";
import type { LessonCell } from "../../kernel/exercises/exerciseCell.js";
import {
  type CheckOutcome,
  exerciseState,
  type ExerciseState,
} from "../../kernel/exercises/exerciseState.js";
import type { LessonExercise } from "../../kernel/exercises/exercises.js";
import { languageFor } from "../../kernel/exercises/exerciseTexts.js";
import { type Lesson, lessonIn, placeOf } from "../../kernel/exercises/lesson.js";
import { isAenNotebook } from "../kernelMetadata.js";

/** A lesson that is open in VS Code. */
export interface OpenLesson extends Lesson {
  readonly notebook: vscode.NotebookDocument;
}

/** The exercises of a notebook for our kernel; undefined where it has none. */
export function lessonOf(notebook: vscode.NotebookDocument): OpenLesson | undefined {
  if (!isAenNotebook(notebook.metadata)) return undefined;
  const metadata = (notebook.metadata as { metadata?: unknown }).metadata;
  const lesson = lessonIn(notebook.getCells().map(lessonCell), metadata);
  return lesson && { ...lesson, notebook };
}

/** VS Code keeps a cell's own metadata one level down. */
function lessonCell(cell: vscode.NotebookCell): LessonCell {
  const metadata = (cell.metadata as { metadata?: LessonCell["metadata"] }).metadata;
  const isCode = cell.kind === vscode.NotebookCellKind.Code;
  const codeType = cell.document.languageId === "raw" ? "raw" : "code";
  return { cell_type: isCode ? codeType : "markdown", source: cell.document.getText(), metadata };
}

/** The cell with this grade_id; of several, the one that counts. */
export function cellWith(lesson: OpenLesson, gradeId: string | undefined): vscode.NotebookCell | undefined {
  const at = placeOf(lesson, gradeId);
  return at === undefined ? undefined : lesson.notebook.cellAt(at);
}

/** How an exercise stands, by what its check shows. */
export function stateIn(lesson: OpenLesson, { check }: LessonExercise): ExerciseState {
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
