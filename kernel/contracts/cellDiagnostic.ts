/** An error found by the type checker or the parser. Lines and columns start at 1. */
export interface CellDiagnostic {
  readonly severity: "error" | "warning" | "suggestion";
  readonly code: number;
  readonly message: string;
  /** The local file that contains it; absent when it is in the cell itself. */
  readonly file?: string;
  /** The npm package that is missing, and the folder to install it in. */
  readonly install?: { readonly name: string; readonly folder: string };
  readonly start: { readonly line: number; readonly column: number; readonly offset: number };
  readonly end: { readonly line: number; readonly column: number; readonly offset: number };
}

/** Whether diagnostics hold an error, which keeps a cell from running unless type errors are ignored. */
export function hasErrors(diagnostics: readonly CellDiagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
