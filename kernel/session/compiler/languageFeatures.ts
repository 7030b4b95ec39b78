import type * as TypeScript from "typescript";
import type { Completions, Inspection, SignatureHelp } from "../../contracts/languageReplies.js";
import type { CellDiagnostic } from "../../contracts/cellDiagnostic.js";
import type { OpenFile } from "./cellProgram.js";
import { completionHost } from "./completionHost.js";
import { cellDiagnostics } from "./diagnostics.js";
import { internals } from "./internals.js";
import type { CellSource, NotebookCompiler } from "./notebookCompiler.js";
import { quickInfo } from "./quickInfo.js";
import { ts } from "./typescript.js";

const neverCancelled: TypeScript.CancellationToken = {
  isCancellationRequested: () => false,
  throwIfCancellationRequested() {},
};

/** Answers an editor's questions about a cell that has not run yet. Positions are UTF-16 offsets into the cell. */
export class LanguageFeatures {
  readonly #host: TypeScript.LanguageServiceHost;
  #drafts = 0;

  constructor(readonly compiler: NotebookCompiler) {
    this.#host = completionHost(compiler.host, () => [...compiler.scope.files]);
  }

  complete(code: string, cursor: number): Completions {
    return this.#withDraft(code, true, ({ source }, { prefixLength }) => {
      const info = internals.Completions.getCompletionsAtPosition(
        this.#host,
        this.compiler.program.program,
        () => {},
        source,
        cursor + prefixLength,
        { includeCompletionsForModuleExports: false, includeCompletionsWithInsertText: true },
        undefined,
        undefined,
        neverCancelled,
      );
      const start = info?.optionalReplacementSpan
        ? info.optionalReplacementSpan.start - prefixLength
        : wordStart(code, cursor);
      const typed = code.slice(start, cursor).toLowerCase();
      const matches = this.#offered(info)
        .filter((entry) => entry.name.toLowerCase().startsWith(typed))
        .sort((left, right) => (left.sortText < right.sortText ? -1 : left.sortText > right.sortText ? 1 : 0))
        .map((entry) => ({ text: entry.insertText ?? entry.name, kind: entry.kind }));
      return { start, end: cursor, matches };
    });
  }

  inspect(code: string, cursor: number): Inspection | undefined {
    return this.#withDraft(code, false, ({ source }, { prefixLength }) => {
      const { checker } = this.compiler.program;
      const info =
        quickInfo(checker, source, cursor + prefixLength) ??
        (cursor > 0 ? quickInfo(checker, source, cursor - 1 + prefixLength) : undefined);
      if (!info) return undefined;
      return {
        signature: withoutVirtualFiles(ts.displayPartsToString(info.displayParts)),
        documentation: documentationOf(info.documentation, info.tags),
        start: info.start - prefixLength,
        end: info.end - prefixLength,
      };
    });
  }

  signatureHelp(code: string, cursor: number): SignatureHelp | undefined {
    return this.#withDraft(code, false, ({ source }, { prefixLength }) => {
      const { program } = this.compiler.program;
      const position = cursor + prefixLength;
      const help = internals.SignatureHelp.getSignatureHelpItems(
        program,
        source,
        position,
        undefined,
        neverCancelled,
      );
      if (!help) return undefined;
      return {
        activeSignature: help.selectedItemIndex,
        activeParameter: help.argumentIndex,
        signatures: help.items.map(signature),
      };
    });
  }

  diagnostics(code: string): CellDiagnostic[] {
    return this.#withDraft(code, false, (draft, { prefixLength }) =>
      cellDiagnostics(this.compiler.program.diagnostics(draft), draft.source, prefixLength),
    );
  }

  /** The matching names, including those of preloaded modules whose types have not been needed yet. */
  #offered(info: TypeScript.CompletionInfo | undefined): TypeScript.CompletionEntry[] {
    const entries = (info?.entries ?? []).filter(isOffered);
    if (!info?.isGlobalCompletion) return entries;
    const known = new Set(entries.map(({ name }) => name));
    const preloaded = this.compiler.preloaded.names.filter((name) => !known.has(name));
    const kind = ts.ScriptElementKind.moduleElement;
    return [...entries, ...preloaded.map((name) => ({ name, kind, sortText: "15" }))];
  }

  #withDraft<T>(code: string, everyName: boolean, ask: (draft: OpenFile, cell: CellSource) => T): T {
    this.compiler.preloaded.mentionedIn(code);
    const cell = this.compiler.source(code, `__cell_draft_${++this.#drafts}__.ts`, everyName);
    try {
      return ask(this.compiler.open(cell), cell);
    } finally {
      this.compiler.close(cell.file);
    }
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
