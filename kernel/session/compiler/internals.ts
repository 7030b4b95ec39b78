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
    ): TypeScript.CompletionInfo | undefined;
  };
}

export const internals = ts as unknown as Internals;
