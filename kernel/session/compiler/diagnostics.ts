import type * as TypeScript from "typescript";
import type { CellDiagnostic } from "../cellDiagnostic.js";
import { ts } from "./typescript.js";

/**
 * "Implicitly any" of a variable that is declared without a type, as `let best;` or `let losses = [];`. TypeScript
 * finds such a type from what is assigned in the same file; in a notebook that may happen in a later cell, so that
 * the variable takes whatever it is given.
 */
const untypedVariable: ReadonlySet<number> = new Set([7005, 7034]);

/**
 * TypeScript's diagnostics in the cell's own lines; those that lie in the text before the cell are dropped, and so
 * are those of variables that later cells may fill.
 */
export function cellDiagnostics(
  diagnostics: readonly TypeScript.Diagnostic[],
  file: TypeScript.SourceFile,
  prefixLength: number,
): CellDiagnostic[] {
  const end = file.text.lastIndexOf(suffixMark);
  return diagnostics
    .filter((each) => each.start !== undefined && each.start >= prefixLength)
    .filter(({ code }) => !untypedVariable.has(code))
    .map((each) => ({
      severity: severity(each.category),
      code: each.code,
      message: ts.flattenDiagnosticMessageText(each.messageText, "\n"),
      start: position(file, each.start!, prefixLength, end),
      end: position(file, each.start! + (each.length ?? 0), prefixLength, end),
    }));
}

/** Begins the text that follows a cell; see {@link withSuffix}. */
const suffixMark = "\n;export {";

/** A cell's text with its names exported, so that later cells can import their types. */
export function withSuffix(text: string, names: readonly string[]): string {
  return `${text}${suffixMark} ${names.join(", ")} };\n`;
}

function position(file: TypeScript.SourceFile, offset: number, prefixLength: number, end: number) {
  const inside = end < 0 ? offset : Math.min(offset, end);
  const { line, character } = ts.getLineAndCharacterOfPosition(file, inside);
  return { line, column: character + 1, offset: inside - prefixLength };
}

function severity(category: TypeScript.DiagnosticCategory): CellDiagnostic["severity"] {
  if (category === ts.DiagnosticCategory.Error) return "error";
  return category === ts.DiagnosticCategory.Warning ? "warning" : "suggestion";
}
