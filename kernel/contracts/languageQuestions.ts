/** A place in a notebook: the index of a TypeScript cell, and a UTF-16 offset into its text. */
export interface CellPosition {
  readonly cell: number;
  readonly offset: number;
}

/** A line and a UTF-16 column, both from 0. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export interface LineRange {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/** A piece of text in a cell of the notebook (its index) or in a file (its path). */
export type TextPlace = LineRange & ({ readonly cell: number } | { readonly file: string });

/** Where what a name means is declared; `origin` is the name that was asked about. */
export interface Definitions {
  readonly origin: LineRange;
  readonly places: readonly TextPlace[];
}

/** A place where a name is written; `isDeclaration` where it is declared. */
export type Reference = TextPlace & { readonly isDeclaration: boolean };

/** A name that can be renamed, or why it cannot be. */
export interface Renameable {
  readonly origin?: LineRange;
  readonly name: string;
  readonly refusal?: RenameRefusal;
}

/** Why a name keeps its name; `name` and `cell` are the ones that the reason is about. */
export interface RenameRefusal {
  readonly reason: "nothing" | "installed" | "notHere" | "noName" | "taken";
  readonly name: string;
  readonly cell?: number;
}

/** Text to put in the place of another; `was` is what must be there. */
export type TextChange = TextPlace & { readonly text: string; readonly was: string };

/** What a renaming changes, or why there is none. */
export interface Renaming {
  readonly changes: readonly TextChange[];
  readonly refusal?: RenameRefusal;
}

/** A remedy for what is wrong in a cell. */
export interface QuickFix {
  /** What is done: a spelling, `aen.` put before a name, an import, an `await`, or `async` put before a function. */
  readonly kind: "spelling" | "member" | "import" | "await" | "async";
  /** The name after the change, where there is one. */
  readonly name: string;
  /** Where an import comes from. */
  readonly from?: string;
  /** What is wrong, by TypeScript's number and its place in the cell. */
  readonly code: number;
  readonly of: LineRange;
  readonly changes: readonly TextChange[];
}

/** A text that an editor shows between the words of a cell: the name of a parameter, or a type. */
export interface InlayHint {
  readonly at: LinePosition;
  readonly text: string;
  readonly isParameter: boolean;
  readonly whitespaceBefore: boolean;
  readonly whitespaceAfter: boolean;
}

/** Which of them are wanted, by TypeScript's names. */
export interface InlayPreferences {
  readonly includeInlayParameterNameHints?: "none" | "literals" | "all";
  readonly includeInlayFunctionParameterTypeHints?: boolean;
  readonly includeInlayVariableTypeHints?: boolean;
  readonly includeInlayPropertyDeclarationTypeHints?: boolean;
  readonly includeInlayFunctionLikeReturnTypeHints?: boolean;
  readonly includeInlayEnumMemberValueHints?: boolean;
}

/** What a cell takes from other cells and gives to them: names, sorted. */
export interface DataFlow {
  /** Names of other cells whose values it reads. */
  readonly reads: readonly string[];
  /** Names that it declares or assigns, or whose members it assigns. */
  readonly writes: readonly string[];
  readonly declares: readonly string[];
  /** Names of other cells that it uses as types. */
  readonly types: readonly string[];
  /** Names whose values it may change by calling a method or a function, or keep under another name. */
  readonly changes: readonly string[];
  /** The user's files that it imports, itself or through another: absolute paths. */
  readonly files: readonly string[];
}

/**
 * What an editor asks about the cells of a notebook, read from top to bottom, whether they have run or not. `cells` are
 * the texts of the TypeScript cells.
 */
export interface LanguageQuestions {
  definitions(cells: readonly string[], at: CellPosition): Definitions | undefined;
  typeDefinitions(cells: readonly string[], at: CellPosition): Definitions | undefined;
  references(cells: readonly string[], at: CellPosition): readonly Reference[];
  renameable(cells: readonly string[], at: CellPosition): Renameable;
  rename(cells: readonly string[], at: CellPosition, name: string): Renaming;
  /** Remedies for what is wrong from a position to an offset in the same cell, best first. */
  fixes(cells: readonly string[], from: CellPosition, to: number): readonly QuickFix[];
  /** Hints between the words from a position to an offset in the same cell. */
  inlayHints(
    cells: readonly string[],
    from: CellPosition,
    to: number,
    preferences: InlayPreferences,
  ): readonly InlayHint[];
  /** What the cell at a position takes from others and gives to them. */
  dataFlow(cells: readonly string[], at: CellPosition): DataFlow;
}

export type LanguageQuestion = keyof LanguageQuestions;
export type QuestionOf<Q extends LanguageQuestion> = Parameters<LanguageQuestions[Q]>;
export type AnswerTo<Q extends LanguageQuestion> = ReturnType<LanguageQuestions[Q]>;

/** The questions, by name; any other is refused. */
export const languageQuestions: Readonly<Record<LanguageQuestion, true>> = {
  definitions: true,
  typeDefinitions: true,
  references: true,
  renameable: true,
  rename: true,
  fixes: true,
  inlayHints: true,
  dataFlow: true,
};
