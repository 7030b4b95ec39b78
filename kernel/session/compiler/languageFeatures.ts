import type * as TypeScript from "typescript";
import type { Completions, Inspection, SignatureHelp } from "../languageReplies.js";
import type { CellDiagnostic } from "../cellDiagnostic.js";
import { cellDiagnostics } from "./diagnostics.js";
import type { CellSource, NotebookCompiler } from "./notebookCompiler.js";
import { sharedRegistry } from "./sharedRegistry.js";
import { ts } from "./typescript.js";

const draftName = "__cell_draft__.ts";

/** What an editor asks about a cell that has not run yet. Positions are UTF-16 offsets into the cell. */
export class LanguageFeatures {
  #service: TypeScript.LanguageService | undefined;
  #files: readonly string[] = [];

  constructor(readonly compiler: NotebookCompiler) {}

  complete(code: string, cursor: number): Completions {
    return this.#withDraft(code, (service, { file, prefixLength }) => {
      const position = cursor + prefixLength;
      const info = service.getCompletionsAtPosition(file, position, {
        includeCompletionsForModuleExports: false,
        includeCompletionsWithInsertText: true,
        triggerCharacter: undefined,
      });
      const start = info?.optionalReplacementSpan
        ? info.optionalReplacementSpan.start - prefixLength
        : wordStart(code, cursor);
      const typed = code.slice(start, cursor).toLowerCase();
      const matches = (info?.entries ?? [])
        .filter((entry) => isOffered(entry) && entry.name.toLowerCase().startsWith(typed))
        .sort((left, right) => (left.sortText < right.sortText ? -1 : left.sortText > right.sortText ? 1 : 0))
        .map((entry) => ({ text: entry.insertText ?? entry.name, kind: entry.kind }));
      return { start, end: cursor, matches };
    });
  }

  inspect(code: string, cursor: number): Inspection | undefined {
    return this.#withDraft(code, (service, { file, prefixLength }) => {
      const info =
        service.getQuickInfoAtPosition(file, cursor + prefixLength) ??
        (cursor > 0 ? service.getQuickInfoAtPosition(file, cursor - 1 + prefixLength) : undefined);
      if (!info) return undefined;
      return {
        signature: withoutVirtualFiles(ts.displayPartsToString(info.displayParts)),
        documentation: documentationOf(info.documentation, info.tags),
        start: info.textSpan.start - prefixLength,
        end: info.textSpan.start + info.textSpan.length - prefixLength,
      };
    });
  }

  signatureHelp(code: string, cursor: number): SignatureHelp | undefined {
    return this.#withDraft(code, (service, { file, prefixLength }) => {
      const help = service.getSignatureHelpItems(file, cursor + prefixLength, undefined);
      if (!help) return undefined;
      return {
        activeSignature: help.selectedItemIndex,
        activeParameter: help.argumentIndex,
        signatures: help.items.map(signature),
      };
    });
  }

  diagnostics(code: string): CellDiagnostic[] {
    return this.#withDraft(code, (service, { file, prefixLength }) => {
      const source = service.getProgram()!.getSourceFile(file)!;
      const syntactic = service.getSyntacticDiagnostics(file);
      const semantic = syntactic.length > 0 ? [] : service.getSemanticDiagnostics(file);
      return cellDiagnostics([...syntactic, ...semantic], source, prefixLength);
    });
  }

  #withDraft<T>(code: string, ask: (service: TypeScript.LanguageService, draft: CellSource) => T): T {
    const draft = this.compiler.source(code, draftName, true);
    this.compiler.preloaded.loadAll();
    this.compiler.host.setVirtual(draft.file, draft.text);
    this.#files = [...this.compiler.preloaded.files, ...this.compiler.scope.files, draft.file];
    this.#service ??= this.#createService();
    return ask(this.#service, draft);
  }

  #createService(): TypeScript.LanguageService {
    const { host } = this.compiler;
    return ts.createLanguageService(
      {
        getCompilationSettings: () => host.options,
        getScriptFileNames: () => [...this.#files],
        getScriptVersion: (file) => host.version(file),
        getScriptSnapshot: (file) => {
          const text = host.readFile(file);
          return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
        },
        getCurrentDirectory: () => host.cwd,
        getDefaultLibFileName: (options) => host.getDefaultLibFileName(options),
        fileExists: host.fileExists,
        readFile: host.readFile,
        readDirectory: ts.sys.readDirectory,
        directoryExists: host.directoryExists,
        getDirectories: ts.sys.getDirectories,
        useCaseSensitiveFileNames: () => host.useCaseSensitiveFileNames(),
        resolveModuleNameLiterals: (literals, containing) =>
          host.resolveModuleNameLiterals(literals, containing),
        resolveTypeReferenceDirectiveReferences: (references, containing) =>
          host.resolveTypeReferenceDirectiveReferences(references, containing),
      },
      sharedRegistry(host),
    );
  }
}

function isOffered(entry: TypeScript.CompletionEntry): boolean {
  return entry.kind !== ts.ScriptElementKind.warning && !entry.name.startsWith("__cell_");
}

function wordStart(code: string, cursor: number): number {
  const word = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.exec(code.slice(0, cursor));
  return word ? word.index : cursor;
}

function documentationOf(
  parts: TypeScript.SymbolDisplayPart[] | undefined,
  tags: TypeScript.JSDocTagInfo[] | undefined,
): string {
  const lines = (tags ?? []).map((tag) => `@${tag.name} ${ts.displayPartsToString(tag.text)}`.trimEnd());
  return [ts.displayPartsToString(parts), ...lines].filter((line) => line !== "").join("\n");
}

function withoutVirtualFiles(text: string): string {
  return text
    .replace(/import\("[^"]*__(?:cell|notebook)_[^"]*"\)\./g, "")
    .replace(/^\(alias\) /, "")
    .replace(/\nimport .*$/, "");
}

function signature(item: TypeScript.SignatureHelpItem): SignatureHelp["signatures"][number] {
  const separator = ts.displayPartsToString(item.separatorDisplayParts);
  const parameters = item.parameters.map((parameter) => ({
    label: withoutVirtualFiles(ts.displayPartsToString(parameter.displayParts)),
    documentation: ts.displayPartsToString(parameter.documentation),
  }));
  const prefix = ts.displayPartsToString(item.prefixDisplayParts);
  const suffix = ts.displayPartsToString(item.suffixDisplayParts);
  const label = prefix + parameters.map((each) => each.label).join(separator) + suffix;
  return {
    label: withoutVirtualFiles(label),
    documentation: documentationOf(item.documentation, item.tags),
    parameters,
  };
}
