import type {
  CheckedPart,
  ExerciseCheckPayload,
  FrameLanguage,
} from "../../contracts/payloads/exerciseCheck.js";

/** The words around an exercise, in one language. */
export interface FrameTexts {
  exercise(number: string): string;
  /** "3 of 4 points" */
  points(reached: number, of: number): string;
  readonly passed: string;
  readonly partly: string;
  readonly failed: string;
  readonly parts: Readonly<Record<CheckedPart["state"], string>>;
  readonly hint: string;
  readonly showHint: string;
  readonly hideHint: string;
  /** The table's caption and its columns: what is checked, state, points, most points. */
  readonly table: readonly [caption: string, ...columns: string[]];
}

export const frameTexts: Readonly<Record<FrameLanguage, FrameTexts>> = {
  en: {
    exercise: (number) => `Exercise ${number}`,
    points: (reached, of) =>
      `${decimal(reached, ".")} of ${decimal(of, ".")} ${of === 1 ? "point" : "points"}`,
    passed: "Passed",
    partly: "Partly right",
    failed: "Not right yet",
    parts: { right: "right", wrong: "not right yet", open: "not looked at yet" },
    hint: "Hint",
    showHint: "Show hint",
    hideHint: "Hide hint",
    table: ["What was checked", "part", "state", "points", "most points"],
  },
  de: {
    exercise: (number) => `Aufgabe ${number}`,
    points: (reached, of) =>
      `${decimal(reached, ",")} von ${decimal(of, ",")} ${of === 1 ? "Punkt" : "Punkten"}`,
    passed: "Bestanden",
    partly: "Zum Teil richtig",
    failed: "Noch nicht richtig",
    parts: { right: "richtig", wrong: "noch nicht richtig", open: "noch nicht geprüft" },
    hint: "Hinweis",
    showHint: "Hinweis zeigen",
    hideHint: "Hinweis verbergen",
    table: ["Was geprüft wurde", "Teil", "Stand", "Punkte", "höchstens"],
  },
};

/** At most two decimals, without zeros at the end. */
function decimal(value: number, point: string): string {
  return String(Math.round(value * 100) / 100).replace(".", point);
}

type Reached = Pick<ExerciseCheckPayload, "points" | "maxPoints" | "language">;

/** How an exercise stands. */
export function checkState({ points, maxPoints }: Reached): "passed" | "partly" | "failed" {
  if (points >= maxPoints) return "passed";
  return points > 0 ? "partly" : "failed";
}

/** A sign for a state: never the only carrier of its meaning. */
export const stateSigns = {
  passed: "✓",
  partly: "◐",
  failed: "✗",
  right: "✓",
  wrong: "✗",
  open: "○",
} as const;

/** "Exercise 6.2: Frame scores" */
export function checkTitle({ title, exercise, name, language }: ExerciseCheckPayload): string {
  return title ?? `${frameTexts[language].exercise(exercise)}: ${name}`;
}

/** "Partly right, 3 of 4 points" */
export function stateWords(check: Reached): string {
  const texts = frameTexts[check.language];
  return `${texts[checkState(check)]}, ${texts.points(check.points, check.maxPoints)}`;
}

/** The whole check as lines of text; the hint comes last. */
export function checkText(check: ExerciseCheckPayload): string {
  const texts = frameTexts[check.language];
  const parts = check.parts.map(({ what, state }) => `  ${stateSigns[state]} ${what}: ${texts.parts[state]}`);
  const hint = check.hint === undefined ? [] : [`${texts.hint}: ${check.hint}`];
  return [checkTitle(check), `${stateSigns[checkState(check)]} ${stateWords(check)}`, ...parts, ...hint].join(
    "\n",
  );
}
