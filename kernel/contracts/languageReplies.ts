/** Candidates that may replace the text from `start` to `end` (UTF-16 offsets into the cell). */
export interface Completions {
  readonly start: number;
  readonly end: number;
  /** Best first; `kind` is TypeScript's ScriptElementKind ("function", "const", "property", ...). */
  readonly matches: readonly { readonly text: string; readonly kind: string }[];
}

/** Information about the name at a position. */
export interface Inspection {
  /** Its declaration in TypeScript. */
  readonly signature: string;
  /** Its documentation, in Markdown. */
  readonly documentation: string;
  readonly start: number;
  readonly end: number;
}

/** The signatures of the function whose arguments are being typed. */
export interface SignatureHelp {
  readonly activeSignature: number;
  readonly activeParameter: number;
  readonly signatures: readonly {
    readonly label: string;
    readonly documentation: string;
    readonly parameters: readonly { readonly label: string; readonly documentation: string }[];
  }[];
}

/** Whether a cell is ready to run; `indent` is the indentation of the next line if it is incomplete. */
export interface Completeness {
  readonly status: "complete" | "incomplete" | "invalid";
  readonly indent: string;
}
