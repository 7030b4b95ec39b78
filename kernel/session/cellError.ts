import { types } from "node:util";
import type { CellDiagnostic } from "../contracts/cellDiagnostic.js";
import type { ErrorOutput } from "../contracts/cellOutput.js";
import { framesOf } from "./cellStacks.js";
import { errorAdvice } from "./errorAdvice.js";
import { ownFields } from "./errorFields.js";
import { textOf } from "./mimeOfValue.js";

/** Thrown into a cell that the user has stopped. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  readonly #isOurs = true;
  constructor() {
    super("Stopped by the user. Everything computed so far is kept.");
  }

  /** Unlike `instanceof`, runs no code of the user's: a thrown proxy has traps. */
  static is(error: unknown): error is Interrupted {
    return typeof error === "object" && error !== null && #isOurs in error;
  }
}

/** An error as the cell shows it: its message, its place in the user's own lines, its own fields and its causes. */
export function errorOutput(error: unknown): ErrorOutput {
  // Its stack says nothing of the user's, whose `Error.prepareStackTrace` might loop.
  if (Interrupted.is(error)) return stoppedOutput();
  const { ename, evalue } = named(error);
  const headline = evalue === "" ? ename : `${ename}: ${evalue}`;
  return {
    output_type: "error",
    ename,
    evalue,
    traceback: [headline, ...advice(error, evalue), ...details(error, new Set())],
  };
}

function advice(error: unknown, message: string): string[] {
  const found = attempt(() => errorAdvice((error as NodeJS.ErrnoException).code, message), undefined);
  return found === undefined ? [] : [found];
}

function stoppedOutput(): ErrorOutput {
  const { name: ename, message: evalue } = new Interrupted();
  return { output_type: "error", ename, evalue, traceback: [`${ename}: ${evalue}`] };
}

function named(error: unknown): { ename: string; evalue: string } {
  if (!isError(error)) return { ename: "Thrown", evalue: typeof error === "string" ? error : textOf(error) };
  return {
    ename: String(read(error, "name") || "Error"),
    evalue: read(error, "message", (problem) => `(its message cannot be read: ${problem})`),
  };
}

/** @param shown the errors above, so that causes that form a circle are shown once */
function details(error: unknown, shown: Set<unknown>): string[] {
  if (!isError(error) || shown.has(error) || shown.size > 10) return [];
  shown.add(error);
  const frames = attempt(() => framesOf(error), []);
  // Its message already explains the problem in the user's terms.
  if (attempt(() => error.name === "DataError", false)) return frames;
  return [...frames, ...attempt(() => ownFields(error), []), ...causes(error, shown)];
}

function causes(error: Error, shown: Set<unknown>): string[] {
  const cause = attempt(() => error.cause, undefined);
  const parts = attempt(() => (error instanceof AggregateError ? error.errors.slice(0, 5) : []), []);
  return [...(cause === undefined ? [] : [cause]), ...parts]
    .filter((each) => !shown.has(each))
    .flatMap((each) => {
      const { ename, evalue } = named(each);
      return [`Caused by ${ename}: ${evalue}`, ...details(each, shown)];
    });
}

function isError(value: unknown): value is Error {
  return types.isNativeError(value) || attempt(() => value instanceof Error, types.isProxy(value));
}

function read(error: Error, field: "name" | "message", otherwise = (_problem: string) => ""): string {
  try {
    return String(error[field]);
  } catch (problem) {
    return otherwise(attempt(() => String((problem as Error).message), "it throws"));
  }
}

/** What user code gives, or something else where that code throws. */
function attempt<T>(body: () => T, otherwise: T): T {
  try {
    return body();
  } catch {
    return otherwise;
  }
}

/** The errors that keep a cell from running, each with its line and the text that it points at. */
export function diagnosticsOutput(diagnostics: readonly CellDiagnostic[], code: string): ErrorOutput {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const isSyntax = errors.some(({ code: number }) => number < 2000);
  const [first] = errors;
  return {
    output_type: "error",
    ename: isSyntax ? "SyntaxError" : "TypeCheckError",
    evalue: `line ${first.start.line}, column ${first.start.column}: ${first.message.split("\n")[0]}`,
    traceback: errors.slice(0, 20).flatMap((each) => pointed(each, code)),
  };
}

function pointed({ start, end, message, code: number }: CellDiagnostic, code: string): string[] {
  const text = code.split("\n")[start.line - 1] ?? "";
  const length = end.line === start.line ? Math.max(1, end.column - start.column) : 1;
  const mark = text.slice(0, start.column - 1).replace(/[^\t]/g, " ") + "~".repeat(length);
  return [`${start.line}:${start.column} - error TS${number}: ${message}`, `  ${text}`, `  ${mark}`];
}
