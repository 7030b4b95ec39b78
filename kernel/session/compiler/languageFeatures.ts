import type * as TypeScript from "typescript";
import type { Completions, Inspection, SignatureHelp } from "../../contracts/languageReplies.js";
import type { CellDiagnostic } from "../../contracts/cellDiagnostic.js";
import type { AnswerTo, LanguageQuestion, QuestionOf } from "../../contracts/languageQuestions.js";
import type { OpenFile } from "./cellProgram.js";
import { completionHost } from "./completionHost.js";
import { internals } from "./internals.js";
import type { CellSource, NotebookCompiler } from "./notebookCompiler.js";
import { NotebookQuestions } from "./notebookQuestions.js";
import { NotebookText } from "./notebookText.js";
import { withoutOurFiles } from "./ourFiles.js";
import { type QuickInfo, quickInfo } from "./quickInfo.js";
import { ts } from "./typescript.js";
import { type Receiver, untypedReceiver } from "./untypedReceiver.js";

/** Completions, and the value of unknown type whose members they could be. */
export interface FoundCompletions extends Completions {
  readonly receiver?: Receiver;
}

/** What is said about a name; of a member of a value of type `any`, also what to look up at run time. */
export interface FoundInspection extends Inspection, Pick<QuickInfo, "untyped"> {}

const neverCancelled: TypeScript.CancellationToken = {
  isCancellationRequested: () => false,
  throwIfCancellationRequested() {},
};

/**
 * Answers an editor's questions about a cell that has not run yet. Positions are UTF-16 offsets into the cell; `above` are
 * the texts of the cells above it, whether they have run or not.
 */
export class LanguageFeatures {
  readonly #host: TypeScript.LanguageServiceHost;
  readonly #text: NotebookText;
  readonly #notebook: NotebookQuestions;
  #drafts = 0;

  constructor(readonly compiler: NotebookCompiler) {
    this.#text = new NotebookText(compiler);
    this.#notebook = new NotebookQuestions(compiler, this.#text);
    this.#host = completionHost(compiler.host, () => [...compiler.scope.files]);
  }

  complete(code: string, cursor: number, above: readonly string[] = []): FoundCompletions {
    return this.#withDraft(code, { above, everyName: true }, ({ source }, { prefixLength }) => {
      const { checker } = this.compiler.program;
      const position = cursor + prefixLength;
      const info = this.#entries(source, position);
      const token = internals.findPrecedingToken(position, source);
      const inQuotes = token !== undefined && ts.isStringLiteralLike(token);
      const start = (startOf(info, inQuotes) ?? position) - prefixLength;
      const from = info && start < cursor ? start : wordStart(code, cursor);
      const typed = code.slice(from, cursor).toLowerCase();
      const offered = this.#offered(info).filter((entry) => entry.name.toLowerCase().startsWith(typed));
      const dot = offered.find(isOptional)?.replacementSpan?.start;
      const matches = offered
        .filter((entry) => inQuotes || !entry.replacementSpan || isOptional(entry))
        .sort((left, right) => (left.sortText < right.sortText ? -1 : left.sortText > right.sortText ? 1 : 0))
        .map((entry) => ({ text: entry.insertText ?? entry.name, kind: kindOf(entry, checker, source) }));
      const receiver = untypedReceiver(token, checker);
      const replaced = inQuotes && receiver ? token.getStart(source) + 1 : dot;
      return {
        start: replaced === undefined ? from : replaced - prefixLength,
        end: cursor,
        matches,
        receiver,
      };
    });
  }

  inspect(code: string, cursor: number, above: readonly string[] = []): FoundInspection | undefined {
    return this.#withDraft(code, { above }, ({ source }, { prefixLength }) => {
      const { checker } = this.compiler.program;
      const info =
        quickInfo(checker, source, cursor + prefixLength) ??
        (cursor > 0 ? quickInfo(checker, source, cursor - 1 + prefixLength) : undefined);
      if (!info || info.displayParts.length === 0) return undefined;
      return {
        signature: withoutVirtualFiles(ts.displayPartsToString(info.displayParts)),
        documentation: documentationOf(info.documentation, info.tags),
        start: info.start - prefixLength,
        end: info.end - prefixLength,
        ...(info.untyped ? { untyped: info.untyped } : {}),
      };
    });
  }

  signatureHelp(code: string, cursor: number, above: readonly string[] = []): SignatureHelp | undefined {
    return this.#withDraft(code, { above }, ({ source }, { prefixLength }) => {
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
    return this.#withDraft(code, {}, (draft, cell) => this.compiler.diagnostics(draft, cell));
  }

  /** The errors and hints in each cell of a notebook; see {@link NotebookText}. */
  notebookDiagnostics(cells: readonly string[]): CellDiagnostic[][] {
    return this.#text.diagnostics(cells);
  }

  /** The answer to a question about the notebook as a whole. */
  answer<Q extends LanguageQuestion>(question: Q, args: QuestionOf<Q>): AnswerTo<Q> {
    const ask = this.#notebook[question] as (...given: QuestionOf<Q>) => AnswerTo<Q>;
    return ask(...args);
  }

  #entries(source: TypeScript.SourceFile, position: number): TypeScript.CompletionInfo | undefined {
    const { program } = this.compiler.program;
    // An import may name JavaScript, whose types the program need not know.
    const getCompilerOptions = () => ({ ...program.getCompilerOptions(), allowJs: true });
    return internals.Completions.getCompletionsAtPosition(
      this.#host,
      { ...program, getCompilerOptions },
      () => {},
      source,
      position,
      { includeCompletionsForModuleExports: false, includeCompletionsWithInsertText: true },
      undefined,
      undefined,
      neverCancelled,
      undefined,
      true,
    );
  }

  /** The matching names; what is preloaded comes before other globals, whether its types have been needed or not. */
  #offered(info: TypeScript.CompletionInfo | undefined): TypeScript.CompletionEntry[] {
    const entries = (info?.entries ?? []).filter(isOffered);
    if (!info?.isGlobalCompletion) return entries;
    const preloaded = new Set(this.compiler.preloaded.names);
    const kind = ts.ScriptElementKind.moduleElement;
    return [
      ...entries.filter(({ name }) => !preloaded.has(name)),
      ...[...preloaded].map((name) => ({ name, kind, sortText: "12" })),
    ];
  }

  #withDraft<T>(
    code: string,
    { above = [], everyName }: { above?: readonly string[]; everyName?: boolean },
    ask: (draft: OpenFile, cell: CellSource) => T,
  ): T {
    this.compiler.preloaded.mentionedIn(code);
    const scope = this.#text.scopeBelow(above);
    const cell = this.compiler.source(code, `__cell_draft_${++this.#drafts}__`, { everyName, scope });
    try {
      return ask(this.compiler.open(cell), cell);
    } finally {
      this.compiler.close(cell.file);
    }
  }
}

/** What an entry is; of a name that another cell or a module declares, what it is there. */
function kindOf(
  entry: TypeScript.CompletionEntry & { readonly symbol?: TypeScript.Symbol },
  checker: TypeScript.TypeChecker,
  source: TypeScript.SourceFile,
): string {
  const { kind, symbol } = entry;
  if (kind !== ts.ScriptElementKind.alias || !symbol || !(symbol.flags & ts.SymbolFlags.Alias)) return kind;
  return internals.SymbolDisplay.getSymbolKind(checker, checker.getAliasedSymbol(symbol), source) || kind;
}

function isOffered(entry: TypeScript.CompletionEntry): boolean {
  return entry.kind !== ts.ScriptElementKind.warning && !/^__(?:cell|notebook)_/.test(entry.name);
}

/** Where what the entries replace begins: for a module's name, its last part. Other spans are an entry's own. */
function startOf(info: TypeScript.CompletionInfo | undefined, inQuotes: boolean): number | undefined {
  const ofEntry = inQuotes ? info?.entries.find((each) => each.replacementSpan)?.replacementSpan : undefined;
  return (info?.optionalReplacementSpan ?? ofEntry)?.start;
}

/** Whether an entry replaces the dot before it by `?.`, because the value may be missing. */
function isOptional({ insertText, replacementSpan }: TypeScript.CompletionEntry): boolean {
  return replacementSpan !== undefined && insertText?.startsWith("?.") === true;
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
  return withoutOurFiles(text)
    .replace(/^\(alias\) /, "")
    .replace(/\n(?:im|ex)port .*$/, "");
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
