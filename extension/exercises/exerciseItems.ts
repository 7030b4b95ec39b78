import * as vscode from "vscode";
import { type ExerciseAction, exerciseLine, type ExerciseLine } from "../../kernel/exercises/exerciseLine.js";
import { exerciseTexts } from "../../kernel/exercises/exerciseTexts.js";
import { language, type OpenLesson, stateIn } from "./lesson.js";

type Shown = NonNullable<ExerciseLine["exercise"]>;

const icons: Readonly<Record<Shown["state"], string>> = {
  open: "$(circle-large-outline)",
  passed: "$(pass-filled)",
  partly: "$(circle-large-filled)",
  failed: "$(error)",
  "read by hand": "$(comment)",
};

const buttonIcons: Readonly<Record<ExerciseAction, string>> = {
  check: "$(play)",
  hint: "$(lightbulb)",
  reset: "$(discard)",
  showSolution: "$(eye)",
};

type Item = vscode.NotebookCellStatusBarItem;
const texts = exerciseTexts[language];

/** What stands below a cell: its exercise with its state, buttons below the answer, and whether it was changed. */
export function exerciseItems(lesson: OpenLesson, cell: vscode.NotebookCell): Item[] {
  const line = exerciseLine(lesson, cell.index, (exercise) => stateIn(lesson, exercise), language);
  if (!line) return [];
  const buttons = line.actions.map((action, place) =>
    button(buttonIcons[action], texts[action], `aen.exercise.${action}`, cell, 70 - 10 * place),
  );
  return [
    ...(line.isChanged ? [changedItem(cell)] : []),
    ...(line.exercise ? [stateItem(line.exercise)] : []),
    ...buttons,
  ];
}

function changedItem(cell: vscode.NotebookCell): Item {
  const text = `${texts.changed}: ${texts.restore}`;
  const item = button("$(warning)", text, "aen.exercise.restore", cell, 90);
  item.tooltip = text;
  return item;
}

function stateItem({ text, state }: Shown): Item {
  return item(`${icons[state]} ${text}`, text, 80);
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
