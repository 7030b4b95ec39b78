import * as vscode from "vscode";
import type { LessonExercise } from "../../kernel/exercises/exercises.js";
import { exerciseName, exerciseTexts } from "../../kernel/exercises/exerciseTexts.js";
import { hintFor } from "../../kernel/exercises/hint.js";
import { exerciseAt, gradeIdAt } from "../../kernel/exercises/lesson.js";
import { repairs, resets } from "../../kernel/exercises/repairs.js";
import { shownSolution } from "../../kernel/exercises/solutions.js";
import { cellWith, language, lessonOf, type OpenLesson, stateIn } from "./lesson.js";
import { applyRepairs } from "./lessonEdits.js";

const texts = exerciseTexts[language];

/** A cell and the exercise that it is part of. */
interface Meant {
  readonly lesson: OpenLesson;
  readonly exercise: LessonExercise;
}

/** Commands for an exercise: the given cell's, or else the selected cell's. */
export const exerciseCommands = {
  "aen.exercise.check": (cell?: vscode.NotebookCell) => check(meant(cell)),
  "aen.exercise.hint": (cell?: vscode.NotebookCell) => hint(meant(cell)),
  "aen.exercise.reset": (cell?: vscode.NotebookCell) => reset(meant(cell)),
  "aen.exercise.showSolution": (cell?: vscode.NotebookCell) => showSolution(meant(cell)),
  "aen.exercise.restore": (cell?: vscode.NotebookCell) => restoreCell(cell ?? selectedCell()),
  "aen.lesson.restore": () => restoreLesson(vscode.window.activeNotebookEditor?.notebook),
};

/** @throws Error where no cell of an exercise is given or selected */
function meant(cell = selectedCell()): Meant {
  const lesson = cell && lessonOf(cell.notebook);
  const exercise = lesson && exerciseAt(lesson, cell.index);
  if (!lesson || !exercise) throw new Error(texts.noExercise);
  return { lesson, exercise };
}

function selectedCell(): vscode.NotebookCell | undefined {
  const editor = vscode.window.activeNotebookEditor;
  if (!editor || editor.notebook.cellCount === 0) return undefined;
  return editor.notebook.cellAt(editor.selection.start);
}

/** Runs the answer, then its check. */
async function check({ lesson, exercise }: Meant): Promise<void> {
  if (exercise.isReadByHand) throw new Error(`${exerciseName(exercise, language)}: ${texts.readByHand}.`);
  const checkCell = cellWith(lesson, exercise.check);
  if (!checkCell) return offerRestore(lesson, texts.checkIsGone);
  const cells = [...exercise.answers.flatMap((id) => cellWith(lesson, id) ?? []), checkCell];
  const ranges = cells.map(({ index }) => ({ start: index, end: index + 1 }));
  await vscode.commands.executeCommand("notebook.cell.execute", { ranges, document: lesson.notebook.uri });
}

async function hint(given: Meant): Promise<void> {
  const { text, needsCheck } = hintFor(given.exercise, stateIn(given.lesson, given.exercise), language);
  if (!needsCheck) return void vscode.window.showInformationMessage(text);
  const answer = await vscode.window.showInformationMessage(text, texts.check);
  if (answer === texts.check) await check(given);
}

async function reset({ lesson, exercise }: Meant): Promise<void> {
  if (lesson.handedOut.length === 0) throw new Error(texts.nothingHandedOut);
  await applyRepairs(lesson.notebook, resets(lesson.cells, lesson.handedOut, exercise));
  void vscode.window.showInformationMessage(texts.wasReset(exerciseName(exercise, language)));
}

async function showSolution({ lesson, exercise }: Meant): Promise<void> {
  await applyRepairs(lesson.notebook, [shownSolution(lesson, exercise, language)]);
}

async function restoreCell(cell: vscode.NotebookCell | undefined): Promise<void> {
  const lesson = cell && lessonOf(cell.notebook);
  if (!lesson) throw new Error(texts.noExercise);
  await applyRepairs(lesson.notebook, repairs(lesson.cells, lesson.handedOut, gradeIdAt(lesson, cell.index)));
}

/** Restores every locked cell of a notebook that was changed or deleted. */
async function restoreLesson(notebook: vscode.NotebookDocument | undefined): Promise<void> {
  const lesson = notebook && lessonOf(notebook);
  if (!lesson) throw new Error(texts.noExercise);
  if (lesson.handedOut.length === 0) throw new Error(texts.nothingHandedOut);
  const all = repairs(lesson.cells, lesson.handedOut);
  if (all.length > 0) await applyRepairs(lesson.notebook, all);
  void vscode.window.showInformationMessage(all.length > 0 ? texts.restored : texts.nothingToRestore);
}

/** Says what is wrong with a lesson, with a button that restores it. */
export async function offerRestore({ notebook }: OpenLesson, message: string): Promise<void> {
  const answer = await vscode.window.showWarningMessage(message, texts.restore);
  if (answer === texts.restore) await restoreLesson(notebook);
}
