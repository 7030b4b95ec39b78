import * as vscode from "vscode";
import type { LessonExercise } from "../../kernel/exercises/exercises.js";
import { exerciseName, exerciseTexts } from "../../kernel/exercises/exerciseTexts.js";
import { type Repair, repairs, resets } from "../../kernel/exercises/repairs.js";
import { solutionsOf } from "./exerciseItems.js";
import { cellWith, exerciseAt, gradeIdOf, language, type Lesson, lessonOf, stateIn } from "./lesson.js";
import { applyRepairs } from "./lessonEdits.js";

const texts = exerciseTexts[language];

/** A cell and the exercise that it is part of. */
interface Meant {
  readonly lesson: Lesson;
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
  const exercise = lesson && exerciseAt(lesson, cell);
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
  const { state, hint: found } = stateIn(given.lesson, given.exercise);
  if (found !== undefined) {
    const message = [exerciseName(given.exercise, language), found].join(": ");
    return void vscode.window.showInformationMessage(message);
  }
  if (state !== "open") return void vscode.window.showInformationMessage(texts.noHint);
  const answer = await vscode.window.showInformationMessage(texts.hintAfterCheck, texts.check);
  if (answer === texts.check) await check(given);
}

async function reset({ lesson, exercise }: Meant): Promise<void> {
  if (lesson.handedOut.length === 0) throw new Error(texts.nothingHandedOut);
  await applyRepairs(lesson.notebook, resets(lesson.cells, lesson.handedOut, exercise));
  void vscode.window.showInformationMessage(texts.wasReset(exerciseName(exercise, language)));
}

/** Shows the solution as a text below the answer: it is not run by mistake, and Undo takes it away. */
async function showSolution({ lesson, exercise }: Meant): Promise<void> {
  const solutions = solutionsOf(lesson, exercise);
  if (solutions.length === 0) throw new Error(texts.noSolution);
  const shown = solutions.map(({ isCode, solution }) =>
    isCode ? `\`\`\`ts\n${solution}\n\`\`\`` : solution,
  );
  const source = [`**${texts.solution}**`, ...shown].join("\n\n");
  const answer = cellWith(lesson, exercise.answers.at(-1));
  const at = (answer?.index ?? lesson.notebook.cellCount - 1) + 1;
  const repair: Repair = { at, removed: 0, cells: [{ cell_type: "markdown", source, metadata: {} }] };
  await applyRepairs(lesson.notebook, [repair]);
}

async function restoreCell(cell: vscode.NotebookCell | undefined): Promise<void> {
  const lesson = cell && lessonOf(cell.notebook);
  if (!lesson) throw new Error(texts.noExercise);
  await applyRepairs(lesson.notebook, repairs(lesson.cells, lesson.handedOut, gradeIdOf(lesson, cell)));
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
export async function offerRestore({ notebook }: Lesson, message: string): Promise<void> {
  const answer = await vscode.window.showWarningMessage(message, texts.restore);
  if (answer === texts.restore) await restoreLesson(notebook);
}
