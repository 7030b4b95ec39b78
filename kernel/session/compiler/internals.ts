import type * as TypeScript from "typescript";
import { ts } from "./typescript.js";

/** A checker with the internal methods that TypeScript's programs use. */
export interface CellChecker extends TypeScript.TypeChecker {
  getDiagnostics(file: TypeScript.SourceFile): TypeScript.Diagnostic[];
}

/** A parsed file with the properties that TypeScript's parser and binder set on it. */
export interface BoundFile extends TypeScript.SourceFile {
  readonly bindDiagnostics: readonly TypeScript.Diagnostic[];
  readonly parseDiagnostics: readonly TypeScript.DiagnosticWithLocation[];
  readonly imports: readonly TypeScript.StringLiteralLike[];
  readonly moduleAugmentations: readonly TypeScript.Node[];
  readonly ambientModuleNames: readonly string[];
  readonly commentDirectives?: readonly TypeScript.TextRange[];
}

/** A program as the checker sees it. */
export interface CheckedProgram extends TypeScript.Program {
  getResolvedModule(
    file: TypeScript.SourceFile,
    specifier: string,
    mode: TypeScript.ResolutionMode,
  ): TypeScript.ResolvedModuleWithFailedLookupLocations | undefined;
  getResolvedModuleFromModuleSpecifier(
    literal: TypeScript.StringLiteralLike,
    file?: TypeScript.SourceFile,
  ): TypeScript.ResolvedModuleWithFailedLookupLocations | undefined;
}

interface CommentDirectives {
  markUsed(line: number): boolean;
  getUnusedExpectations(): { range: TypeScript.TextRange }[];
}

interface DisplayOfSymbol {
  readonly displayParts: TypeScript.SymbolDisplayPart[];
  readonly documentation: TypeScript.SymbolDisplayPart[];
  readonly tags?: TypeScript.JSDocTagInfo[];
}

/** A place where a symbol is named, as TypeScript finds it. */
export interface ReferenceEntry {
  readonly kind: number;
  readonly node?: TypeScript.Node;
}

/**
 * Parts of TypeScript that its library exports but does not declare. The public API creates a new checker for every
 * program change, which costs a notebook a tenth of a second per cell; with these, the checker persists. TypeScript
 * is pinned to 6.0, the last version with such a library.
 */
interface Internals {
  createTypeChecker(program: TypeScript.Program): CellChecker;
  bindSourceFile(file: TypeScript.SourceFile, options: TypeScript.CompilerOptions): void;
  createCommentDirectivesMap(
    file: TypeScript.SourceFile,
    directives: readonly TypeScript.TextRange[],
  ): CommentDirectives;
  isWriteAccess(node: TypeScript.Node): boolean;
  isWriteOnlyAccess(node: TypeScript.Node): boolean;
  getSpellingSuggestion<T>(
    name: string,
    candidates: readonly T[],
    nameOf: (candidate: T) => string,
  ): T | undefined;
  findPrecedingToken(position: number, file: TypeScript.SourceFile): TypeScript.Node | undefined;
  getTouchingPropertyName(file: TypeScript.SourceFile, position: number): TypeScript.Node;
  getContainerNode(node: TypeScript.Node): TypeScript.Declaration | undefined;
  typeToDisplayParts(
    checker: TypeScript.TypeChecker,
    type: TypeScript.Type,
    enclosing: TypeScript.Node | undefined,
  ): TypeScript.SymbolDisplayPart[];
  getContainingObjectLiteralElement(node: TypeScript.Node): TypeScript.ObjectLiteralElement | undefined;
  getPropertySymbolsFromContextualType(
    element: TypeScript.ObjectLiteralElement,
    checker: TypeScript.TypeChecker,
    type: TypeScript.Type,
    unionSymbolOk: boolean,
  ): TypeScript.Symbol[];
  SymbolDisplay: {
    getSymbolKind(
      checker: TypeScript.TypeChecker,
      symbol: TypeScript.Symbol,
      location: TypeScript.Node,
    ): TypeScript.ScriptElementKind;
    getSymbolDisplayPartsDocumentationAndSymbolKind(
      checker: TypeScript.TypeChecker,
      symbol: TypeScript.Symbol,
      file: TypeScript.SourceFile,
      enclosing: TypeScript.Node | undefined,
      location: TypeScript.Node,
    ): DisplayOfSymbol;
  };
  SignatureHelp: {
    getSignatureHelpItems(
      program: TypeScript.Program,
      file: TypeScript.SourceFile,
      position: number,
      reason: TypeScript.SignatureHelpTriggerReason | undefined,
      cancellation: TypeScript.CancellationToken,
    ): TypeScript.SignatureHelpItems | undefined;
  };
  GoToDefinition: {
    getDefinitionAtPosition(
      program: TypeScript.Program,
      file: TypeScript.SourceFile,
      position: number,
    ): readonly TypeScript.DefinitionInfo[] | undefined;
    getTypeDefinitionAtPosition(
      checker: TypeScript.TypeChecker,
      file: TypeScript.SourceFile,
      position: number,
    ): readonly TypeScript.DefinitionInfo[] | undefined;
  };
  FindAllReferences: {
    findReferenceOrRenameEntries<T>(
      program: TypeScript.Program,
      cancellation: TypeScript.CancellationToken,
      files: readonly TypeScript.SourceFile[],
      node: TypeScript.Node,
      position: number,
      options: { readonly use?: number; readonly providePrefixAndSuffixTextForRename?: boolean },
      convert: (entry: ReferenceEntry, node: TypeScript.Node, checker: TypeScript.TypeChecker) => T,
    ): T[] | undefined;
    toRenameLocation(
      entry: ReferenceEntry,
      node: TypeScript.Node,
      checker: TypeScript.TypeChecker,
      withPrefixAndSuffix: boolean,
      quotes: number,
    ): TypeScript.RenameLocation;
    FindReferencesUse: { readonly References: number; readonly Rename: number };
  };
  InlayHints: {
    provideInlayHints(context: {
      readonly file: TypeScript.SourceFile;
      readonly program: TypeScript.Program;
      readonly span: TypeScript.TextSpan;
      readonly preferences: TypeScript.UserPreferences;
      readonly cancellationToken: TypeScript.CancellationToken;
      readonly host: TypeScript.LanguageServiceHost;
    }): readonly TypeScript.InlayHint[];
  };
  codefix: {
    getFixes(context: {
      readonly errorCode: number;
      readonly sourceFile: TypeScript.SourceFile;
      readonly span: TypeScript.TextSpan;
      readonly program: TypeScript.Program;
      readonly host: TypeScript.LanguageServiceHost;
      readonly cancellationToken: TypeScript.CancellationToken;
      readonly formatContext: unknown;
      readonly preferences: TypeScript.UserPreferences;
    }): readonly TypeScript.CodeFixAction[];
  };
  formatting: {
    getFormatContext(settings: TypeScript.FormatCodeSettings, host: { getNewLine(): string }): unknown;
  };
  Completions: {
    getCompletionsAtPosition(
      host: TypeScript.LanguageServiceHost,
      program: TypeScript.Program,
      log: (text: string) => void,
      file: TypeScript.SourceFile,
      position: number,
      preferences: TypeScript.UserPreferences,
      triggerCharacter: undefined,
      triggerKind: undefined,
      cancellation: TypeScript.CancellationToken,
      format: undefined,
      includeSymbol: boolean,
    ): TypeScript.CompletionInfo | undefined;
  };
}

export const internals = ts as unknown as Internals;
