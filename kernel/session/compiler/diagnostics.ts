import path from "node:path";
import type * as TypeScript from "typescript";
import type { CellDiagnostic } from "../../contracts/cellDiagnostic.js";
import { type CellInWords, inNotebookWords } from "./notebookWords.js";
import { withoutOurFiles } from "./ourFiles.js";
import { ts } from "./typescript.js";

/**
 * "Implicitly any" errors for a variable declared without a type, such as `let best;` or `let losses = [];`.
 * TypeScript infers such a type from assignments in the same file. In a notebook the assignment may be in a later
 * cell, so the variable accepts any value.
 */
const untypedVariable: ReadonlySet<number> = new Set([7005, 7034]);

/** An `import()` of something that is no string fails when it runs, so it is an error in spite of its number. */
const noSpecifier = 7036;
/** "'this' implicitly has type 'any'". */
const untypedThis = 2683;

/** Whether an error says only that something has no type: it is `any`, which runs. */
export function isMerelyUntyped(code: number): boolean {
  return (code >= 7000 && code < 8000 && code !== noSpecifier) || code === untypedThis;
}

/**
 * TypeScript's diagnostics for the cell's own lines. Drops those in the text before the cell and those about variables
 * that later cells may assign; what is merely untyped is a suggestion.
 * @param notebook what there is besides the cell
 */
export function cellDiagnostics(
  diagnostics: readonly TypeScript.Diagnostic[],
  file: TypeScript.SourceFile,
  prefixLength: number,
  notebook: Pick<CellInWords, "below" | "moduleCells"> = {},
): CellDiagnostic[] {
  const end = file.text.lastIndexOf(suffixMark);
  const found = diagnostics
    .filter((each) => each.start !== undefined && each.start >= prefixLength)
    .filter(({ code }) => !untypedVariable.has(code))
    .map((each) => ({
      severity: severity(each),
      code: each.code,
      message: withoutOurFiles(ts.flattenDiagnosticMessageText(each.messageText, "\n"), file.fileName),
      start: position(file, each.start!, prefixLength, end),
      end: position(file, each.start! + (each.length ?? 0), prefixLength, end),
    }));
  return inNotebookWords(found, {
    code: file.text.slice(prefixLength, end < 0 ? undefined : end),
    folder: path.posix.dirname(file.fileName),
    prefix: file.text.slice(0, prefixLength),
    ...notebook,
  });
}

/** The start of the text that follows a cell; see {@link withSuffix}. */
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

function severity({ category, code }: TypeScript.Diagnostic): CellDiagnostic["severity"] {
  if (isMerelyUntyped(code)) return "suggestion";
  if (category === ts.DiagnosticCategory.Error) return "error";
  return category === ts.DiagnosticCategory.Warning ? "warning" : "suggestion";
}
