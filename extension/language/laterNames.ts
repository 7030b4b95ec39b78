import type { CellDiagnostic } from "../../kernel/contracts/cellDiagnostic.js";

const declaration =
  /\b(?:const|let|var|function\*?|class|interface|type|enum|namespace)\s+(?:([\p{ID_Start}$_][\p{ID_Continue}$]*)|[{[]([^=]*?)[}\]]\s*=)|\bimport\s+(?:type\s+)?([^"';]*?)\s*from\b/gu;
const name = /[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;

/** Names that a cell's text seems to declare at any depth; used to tell a typo from a cell not yet run. */
export function declaredNames(code: string): Set<string> {
  const names = new Set<string>();
  for (const [, single, pattern, imported] of code.matchAll(declaration))
    for (const each of (single ?? pattern ?? imported ?? "").match(name) ?? []) names.add(each);
  return names;
}

/** TypeScript's error codes for an unknown name. */
const unknownName = new Set([2304, 2552, 2503, 18004]);

/**
 * The diagnostics without those about names that other cells declare: the session does not know these names until
 * those cells have run, and that is not an error.
 */
export function withoutNamesOfOtherCells(
  diagnostics: readonly CellDiagnostic[],
  code: string,
  otherCells: readonly string[],
): CellDiagnostic[] {
  if (!diagnostics.some((each) => unknownName.has(each.code))) return [...diagnostics];
  const declared = new Set(otherCells.flatMap((cell) => [...declaredNames(cell)]));
  return diagnostics.filter(({ code: number, start, end }) => {
    return !unknownName.has(number) || !declared.has(code.slice(start.offset, end.offset));
  });
}
