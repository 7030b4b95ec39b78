import * as vscode from "vscode";
import type { LessonExercise } from "../../kernel/exercises/exercises.js";
import type { ExerciseState } from "../../kernel/exercises/exerciseState.js";
import { exerciseName, exerciseTexts, standing } from "../../kernel/exercises/exerciseTexts.js";
import { exerciseOf } from "../../kernel/exercises/exerciseCell.js";
import { exerciseAt, gradeIdOf, language, type Lesson, stateIn } from "./lesson.js";

const icons: Readonly<Record<ExerciseState["state"], string>> = {
  open: "$(circle-large-outline)",
  passed: "$(pass-filled)",
  partly: "$(circle-large-filled)",
  failed: "$(error)",
};

type Item = vscode.NotebookCellStatusBarItem;
const texts = exerciseTexts[language];

/** What stands below a cell: its exercise with its state, buttons below the answer, and whether it was changed. */
export function exerciseItems(lesson: Lesson, cell: vscode.NotebookCell): Item[] {
  const gradeId = gradeIdOf(lesson, cell);
  const isChanged = lesson.changes.some((change) => change.gradeId === gradeId);
  const exercise = exerciseAt(lesson, cell);
  const warning = isChanged ? [changedItem(cell)] : [];
  if (!exercise) return warning;
  const buttons = exercise.answers.at(-1) === gradeId ? buttonsOf(lesson, exercise, cell) : [];
  return [...warning, stateItem(exercise, stateIn(lesson, exercise)), ...buttons];
}

function changedItem(cell: vscode.NotebookCell): Item {
  const text = `${texts.changed}: ${texts.restore}`;
  const item = button("$(warning)", text, "aen.exercise.restore", cell, 90);
  item.tooltip = text;
  return item;
}

function stateItem(exercise: LessonExercise, state: ExerciseState): Item {
  const text = `${exerciseName(exercise, language)}: ${standing(exercise, state, language)}`;
  const icon = exercise.isReadByHand ? "$(comment)" : icons[state.state];
  return item(`${icon} ${text}`, text, 80);
}

function buttonsOf(lesson: Lesson, exercise: LessonExercise, cell: vscode.NotebookCell): Item[] {
  const items: Item[] = [];
  if (!exercise.isReadByHand) {
    items.push(button("$(play)", texts.check, "aen.exercise.check", cell, 70));
    items.push(button("$(lightbulb)", texts.hint, "aen.exercise.hint", cell, 60));
  }
  if (lesson.handedOut.length > 0)
    items.push(button("$(discard)", texts.reset, "aen.exercise.reset", cell, 50));
  if (solutionsOf(lesson, exercise).length > 0)
    items.push(button("$(eye)", texts.showSolution, "aen.exercise.showSolution", cell, 40));
  return items;
}

/** The solutions of an exercise that the lecturer shows, with the type of their cells. */
export function solutionsOf(
  { handedOut }: Lesson,
  { answers }: LessonExercise,
): { readonly isCode: boolean; readonly solution: string }[] {
  return handedOut.flatMap((cell) => {
    const { solution, cell_type } = cell;
    const isMeant = answers.includes(exerciseOf(cell)!.grade_id);
    return isMeant && solution !== undefined ? [{ isCode: cell_type === "code", solution }] : [];
  });
}

function item(text: string, label: string, priority: number): Item {
  const shown = new vscode.NotebookCellStatusBarItem(text, vscode.NotebookCellStatusBarAlignment.Left);
  shown.priority = priority;
  shown.accessibilityInformation = { label };
  return shown;
}

function button(
  icon: string,
  text: string,
  command: string,
  cell: vscode.NotebookCell,
  priority: number,
): Item {
  const shown = item(`${icon} ${text}`, text, priority);
  shown.command = { title: text, command, arguments: [cell] };
  shown.accessibilityInformation = { label: text, role: "button" };
  return shown;
}
