/** An error found by the type checker or the parser. Lines and columns start at 1. */
export interface CellDiagnostic {
  readonly severity: "error" | "warning" | "suggestion";
  readonly code: number;
  readonly message: string;
  /** The local file that contains it; absent when it is in the cell itself. */
  readonly file?: string;
  readonly start: { readonly line: number; readonly column: number; readonly offset: number };
  readonly end: { readonly line: number; readonly column: number; readonly offset: number };
}
