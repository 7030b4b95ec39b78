import type { Exercise } from "../exercise.js";
import { lookedAt } from "../functionCases.js";
import { checkCases, type Reference, type ValueKind } from "../referenceCheck.js";
import { callFunction, nothingYet } from "./calledFunction.js";

/** Figures by name, such as `{ dark: 0.5, light: 0.7 }`. */
export type Figures = Readonly<Record<string, number | string>>;

/** An exercise whose answer is a function of plain values that returns figures by name. */
interface FiguresExercise<Inputs extends readonly unknown[]> extends Reference<Inputs, Figures> {
  readonly id: string;
  readonly name: string;
  readonly points: number;
  /** Inputs, in the order of the answer's parameters; the last case is hidden. */
  readonly cases: readonly Inputs[];
}

/** Compares the figures of a function with those of its reference, case by case. */
export function figuresExercise<Inputs extends readonly unknown[]>(
  exercise: FiguresExercise<Inputs>,
): Exercise {
  const { id, name, points, cases } = exercise;
  const examine = (answer: unknown, hidden: boolean) =>
    checkCases(figures, exercise, answer, lookedAt(cases, hidden));
  return { id, name, parts: [{ what: "the figures", points, examine }] };
}

const figures: ValueKind<Figures> = {
  call(answer, inputs, expected) {
    const called = callFunction(answer, inputs);
    if ("hint" in called) return called;
    const given = figuresOf(called.value);
    const hint = formalHint(given, expected);
    return given === null || hint !== undefined ? { hint: hint ?? nothingYet } : { value: given };
  },
  same: sameFigures,
  otherwise: (given, expected) => (inPercent(given, expected) ? shares : undefined),
};

const shares = "Your figures are percentages. Give shares from 0 to 1.";

/** An object's or a map's figures; null for what is neither. */
export function figuresOf(value: unknown): Figures | null {
  if (value instanceof Map) return figuresOf(Object.fromEntries(value));
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Figures) : null;
}

/** What is wrong with the names of figures; undefined where they are those that are asked for. */
export function formalHint(given: Figures | null, expected: Figures): string | undefined {
  const names = Object.keys(expected);
  if (given === null) return `Your function must return an object with the figures of ${names.join(", ")}.`;
  const values = Object.values(given);
  if (values.every((value) => value === "" || Number.isNaN(value))) return nothingYet;
  const missing = names.filter((name) => !(name in given));
  const beside = Object.keys(given).filter((name) => !(name in expected));
  const notNumbers = names.filter((name) => Number.isNaN(given[name]) && !Number.isNaN(expected[name]));
  if (notNumbers.length > 0)
    return `Not a number (NaN): ${notNumbers.join(", ")}. Does something without clips come in, or do you divide by 0?`;
  if (missing.length > 0) return `Your result lacks ${missing.join(", ")}.`;
  return beside.length > 0 ? `Your result has ${beside.join(", ")}, which nobody asks for.` : undefined;
}

function sameFigures(given: Figures, expected: Figures): boolean {
  return Object.entries(expected).every(([name, value]) => same(given[name], value));
}

function same(given: unknown, expected: number | string): boolean {
  if (typeof expected === "string" || Number.isNaN(expected)) return Object.is(given, expected);
  return typeof given === "number" && Math.abs(given - expected) <= 1e-3 * Math.abs(expected) + 1e-6;
}

function inPercent(given: Figures, expected: Figures): boolean {
  const hundredfold = Object.entries(expected).map(([name, value]) => [
    name,
    typeof value === "number" ? 100 * value : value,
  ]);
  return sameFigures(given, Object.fromEntries(hundredfold) as Figures);
}
