import {
  type CheckOutcome,
  exerciseState,
  type ExerciseState,
} from "../../../kernel/exercises/exerciseState.js";
import type { LessonExercise } from "../../../kernel/exercises/exercises.js";
import { type Lesson, lessonIn, placeOf } from "../../../kernel/exercises/lesson.js";
import type { CellModel, CellWidget, LessonNotebook, Metadata } from "./labNotebook.js";

/** A lesson that is open in JupyterLab. */
export interface OpenLesson extends Lesson {
  readonly notebook: LessonNotebook;
}

/** The exercises of a notebook for our kernel; undefined where it has none. */
export function lessonOf(notebook: LessonNotebook): OpenLesson | undefined {
  const metadata = notebook.model?.sharedModel.getMetadata();
  if (!metadata) return undefined;
  const cells = notebook.widgets.map(({ model: { sharedModel } }) => ({
    cell_type: sharedModel.cell_type,
    source: sharedModel.getSource(),
    metadata: sharedModel.getMetadata(),
  }));
  const lesson = lessonIn(cells, metadata);
  return lesson && (lesson.handedOut.length > 0 || isForOurKernel(metadata))
    ? { ...lesson, notebook }
    : undefined;
}

/** A kernel may be installed under another name; a released lesson is ours whatever it runs in. */
function isForOurKernel({ kernelspec }: Metadata): boolean {
  return (kernelspec as { readonly name?: unknown } | undefined)?.name === "aen";
}

/** The cell with this grade_id; of several, the one that counts. */
export function cellWith(lesson: OpenLesson, gradeId: string | undefined): CellWidget | undefined {
  const at = placeOf(lesson, gradeId);
  return at === undefined ? undefined : lesson.notebook.widgets[at];
}

/** How an exercise stands, by what its check shows. */
export function stateIn(lesson: OpenLesson, { check }: LessonExercise): ExerciseState {
  const cell = cellWith(lesson, check);
  return cell ? exerciseState(outcomeOf(cell.model)) : { state: "open" };
}

function outcomeOf({ outputs, executionCount }: CellModel): CheckOutcome {
  const shown = outputs?.toJSON() ?? [];
  const error = shown.find(({ output_type }) => output_type === "error");
  return {
    hasRun: typeof executionCount === "number",
    outputs: shown.map(({ data = {} }) => data),
    ...(error ? { error: error.evalue ?? "" } : {}),
  };
}
