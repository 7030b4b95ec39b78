import { inspect } from "node:util";
import type { CellDiagnostic } from "../contracts/cellDiagnostic.js";
import type { ErrorOutput } from "../contracts/cellOutput.js";
import { userFrames } from "./stackTrace.js";

/** Thrown into a cell that the user has stopped. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  constructor() {
    super("Stopped by the user. Everything computed so far is kept.");
  }
}

/** An error as the cell shows it: its message, and its place in the user's own lines. */
export function errorOutput(error: unknown): ErrorOutput {
  const { ename, evalue } = named(error);
  const frames = error instanceof Error && typeof error.stack === "string" ? userFrames(error.stack) : [];
  const headline = evalue === "" ? ename : `${ename}: ${evalue}`;
  return { output_type: "error", ename, evalue, traceback: [headline, ...frames, ...causes(error)] };
}

function named(error: unknown): { ename: string; evalue: string } {
  try {
    if (error instanceof Error)
      return { ename: String(error.name || "Error"), evalue: String(error.message) };
    return { ename: "Thrown", evalue: typeof error === "string" ? error : inspect(error) };
  } catch {
    return { ename: "Error", evalue: "An error that cannot be displayed." };
  }
}

function causes(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  // Its message already explains the problem in the user's terms.
  if (error.name === "DataError") return [];
  const parts = error instanceof AggregateError ? error.errors.slice(0, 5) : [];
  const all = error.cause === undefined ? parts : [error.cause, ...parts];
  return all.flatMap((cause) => {
    const { ename, evalue } = named(cause);
    const frames = cause instanceof Error ? userFrames(cause.stack ?? "") : [];
    return [`Caused by ${ename}: ${evalue}`, ...frames, ...causes(cause, depth + 1)];
  });
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
