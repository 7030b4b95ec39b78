import type * as TypeScript from "typescript";
import type { Completeness } from "../../contracts/languageReplies.js";
import { parsedCell } from "./parsedCell.js";

/** Whether a cell could run as is: incomplete if more text could fix it, invalid if none could. */
export function completeness(code: string): Completeness {
  const { mistakes } = parsedCell(code);
  if (mistakes.length === 0) return { status: "complete", indent: "" };
  const end = code.trimEnd().length;
  if (mistakes.every((mistake) => isAtEnd(mistake, end)))
    return { status: "incomplete", indent: indentAfter(code) };
  return { status: "invalid", indent: "" };
}

const unterminated = new Set([1002, 1010, 1126, 1160, 1161]);

function isAtEnd(mistake: TypeScript.DiagnosticWithLocation, end: number): boolean {
  return mistake.start + mistake.length >= end && (mistake.start >= end || unterminated.has(mistake.code));
}

function indentAfter(code: string): string {
  const line = code.slice(code.lastIndexOf("\n") + 1);
  const indent = /^\s*/.exec(line)![0];
  return /[{([]\s*$/.test(line) ? `${indent}  ` : indent;
}
