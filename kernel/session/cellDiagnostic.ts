/** A mistake that the type checker or the parser found. Lines and columns start at 1. */
export interface CellDiagnostic {
  readonly severity: "error" | "warning" | "suggestion";
  readonly code: number;
  readonly message: string;
  /** The local file in which it was found; absent when it is in the cell itself. */
  readonly file?: string;
  readonly start: { readonly line: number; readonly column: number; readonly offset: number };
  readonly end: { readonly line: number; readonly column: number; readonly offset: number };
}
