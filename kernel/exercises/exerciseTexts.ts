import type { FrameLanguage } from "../contracts/payloads/exerciseCheck.js";
import { frameTexts } from "../figures/exerciseCheck/frameTexts.js";
import type { CellChange } from "./changedCells.js";
import type { ExerciseState } from "./exerciseState.js";
import type { LessonExercise } from "./exercises.js";

/** Buttons and messages around an exercise, in one language. */
interface ExerciseTexts {
  readonly check: string;
  readonly hint: string;
  readonly reset: string;
  readonly showSolution: string;
  readonly restore: string;
  readonly solution: string;
  readonly freeAnswer: string;
  readonly readByHand: string;
  readonly open: string;
  readonly points: (of: number) => string;
  readonly changed: string;
  readonly damaged: (changes: readonly CellChange[]) => string;
  readonly restored: string;
  readonly wasReset: (exercise: string) => string;
  readonly hintAfterCheck: string;
  readonly noHint: string;
  readonly noSolution: string;
  readonly noExercise: string;
  readonly nothingHandedOut: string;
  readonly nothingToRestore: string;
  readonly checkIsGone: string;
  /** As they stand in a palette of commands. */
  readonly commands: Readonly<Record<"check" | "hint" | "reset" | "showSolution" | "restore", string>>;
}

export const exerciseTexts: Readonly<Record<FrameLanguage, ExerciseTexts>> = {
  en: {
    check: "Check",
    hint: "Hint",
    reset: "Reset",
    showSolution: "Show Solution",
    restore: "Restore",
    solution: "Solution",
    freeAnswer: "Free answer",
    readByHand: "read by a person",
    open: "Open",
    points: (of) => `${of} ${of === 1 ? "point" : "points"}`,
    changed: "Locked cell was changed",
    damaged: (changes) => {
      const count = changes.length;
      const cells =
        count === 1 ? "1 locked cell of this lesson is" : `${count} locked cells of this lesson are`;
      return `${cells} ${listed(changes, { changed: "changed", deleted: "deleted", "there twice": "there twice" }, "or")}.`;
    },
    restored: "The lesson's locked cells are as they were handed out. Your answers have stayed.",
    wasReset: (exercise) => `${exercise} is as it was handed out. Undo brings your answer back.`,
    hintAfterCheck: "Check your answer first: the hint depends on it.",
    noHint: "There is no hint: the exercise is passed.",
    noSolution: "The solution of this exercise was not handed out.",
    noExercise: "Select a cell of an exercise first.",
    nothingHandedOut:
      "This notebook does not hold its cells as they were handed out. Ask for the lesson again.",
    nothingToRestore: "All locked cells are as they were handed out.",
    checkIsGone: "The check of this exercise was deleted. Restore it first.",
    commands: {
      check: "Check Exercise",
      hint: "Show Hint of Exercise",
      reset: "Reset Exercise",
      showSolution: "Show Solution of Exercise",
      restore: "Restore Locked Cells of Lesson",
    },
  },
  de: {
    check: "Prüfen",
    hint: "Hinweis",
    reset: "Zurücksetzen",
    showSolution: "Lösung zeigen",
    restore: "Wiederherstellen",
    solution: "Lösung",
    freeAnswer: "Freie Antwort",
    readByHand: "wird von einem Menschen gelesen",
    open: "Offen",
    points: (of) => `${String(of).replace(".", ",")} ${of === 1 ? "Punkt" : "Punkte"}`,
    changed: "Gesperrte Zelle wurde geändert",
    damaged: (changes) => {
      const count = changes.length;
      const cells =
        count === 1
          ? "1 gesperrte Zelle dieser Lektion ist"
          : `${count} gesperrte Zellen dieser Lektion sind`;
      return `${cells} ${listed(changes, { changed: "geändert", deleted: "gelöscht", "there twice": "doppelt" }, "oder")}.`;
    },
    restored: "Die gesperrten Zellen sind, wie sie ausgegeben wurden. Ihre Antworten sind geblieben.",
    wasReset: (exercise) =>
      `${exercise} ist, wie sie ausgegeben wurde. Rückgängig bringt Ihre Antwort zurück.`,
    hintAfterCheck: "Prüfen Sie zuerst Ihre Antwort: Der Hinweis hängt von ihr ab.",
    noHint: "Es gibt keinen Hinweis: Die Aufgabe ist bestanden.",
    noSolution: "Die Lösung dieser Aufgabe wurde nicht ausgegeben.",
    noExercise: "Wählen Sie zuerst eine Zelle einer Aufgabe.",
    nothingHandedOut:
      "Dieses Notebook enthält seine Zellen nicht, wie sie ausgegeben wurden. Lassen Sie sich die Lektion noch einmal geben.",
    nothingToRestore: "Alle gesperrten Zellen sind, wie sie ausgegeben wurden.",
    checkIsGone: "Die Prüfung dieser Aufgabe wurde gelöscht. Stellen Sie sie zuerst wieder her.",
    commands: {
      check: "Aufgabe prüfen",
      hint: "Hinweis zur Aufgabe zeigen",
      reset: "Aufgabe zurücksetzen",
      showSolution: "Lösung der Aufgabe zeigen",
      restore: "Gesperrte Zellen der Lektion wiederherstellen",
    },
  },
};

/** "changed or deleted" */
function listed(
  changes: readonly CellChange[],
  words: Readonly<Record<CellChange["change"], string>>,
  or: string,
): string {
  return [...new Set(changes.map(({ change }) => words[change]))].join(` ${or} `);
}

export { languageFor } from "../words/language.js";

/** "Exercise 6.2" */
export function exerciseName({ number }: LessonExercise, language: FrameLanguage): string {
  return number === undefined ? exerciseTexts[language].freeAnswer : frameTexts[language].exercise(number);
}

/** "Open, 2 points", "Partly right, 1 of 2 points" */
export function standing(
  exercise: LessonExercise,
  { state, points }: ExerciseState,
  language: FrameLanguage,
): string {
  const texts = exerciseTexts[language];
  if (exercise.isReadByHand) return `${texts.points(exercise.points)}, ${texts.readByHand}`;
  const word = state === "open" ? texts.open : frameTexts[language][state];
  if (points === undefined) return `${word}, ${texts.points(exercise.points)}`;
  return `${word}, ${frameTexts[language].points(points, exercise.points)}`;
}
