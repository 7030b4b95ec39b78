import type * as TypeScript from "typescript";
import { internals, type BoundFile, type CellChecker, type CheckedProgram } from "./internals.js";
import type { ProgramHost } from "./programHost.js";
import { ts } from "./typescript.js";

/** A notebook file that the checker knows, with its own program to resolve and emit it. */
export interface OpenFile {
  readonly source: BoundFile;
  readonly own: CheckedProgram;
}

/** How many files a checker, which never frees any, may see before it is replaced: when idle, and at the latest. */
const tired = 300;
const exhausted = 1500;

/**
 * The program of a notebook. Libraries and packages form its base; cells are opened and closed one at a time, and the
 * checker keeps everything it has learned from cell to cell. The base and checker are rebuilt only when a cell brings
 * in new files or one of the user's files has changed.
 */
export class CellProgram {
  readonly #open = new Map<string, OpenFile>();
  readonly #roots = new Set<string>();
  readonly #isolated: TypeScript.CompilerOptions;
  #base: CheckedProgram | undefined;
  #versions = new Map<string, string>();
  #checker: CellChecker | undefined;
  #program!: TypeScript.Program;
  #seen = 0;

  constructor(readonly host: ProgramHost) {
    this.#isolated = {
      ...host.options,
      ...{ noLib: true, noResolve: true, types: [], isolatedModules: true },
      // A local file may be JavaScript, which is not emitted in its own place.
      ...{ allowJs: true, outDir: "/__emitted__" },
    };
  }

  /** The whole program, with the persistent checker. */
  get program(): TypeScript.Program {
    return this.#program;
  }

  get checker(): CellChecker {
    return (this.#checker ??= this.#newChecker());
  }

  /** Ensures that files are part of the base. */
  require(files: readonly string[]): void {
    const missing = files.filter((file) => !this.#roots.has(file));
    for (const file of missing) this.#roots.add(file);
    const isMissing = missing.some((file) => !this.#base?.getSourceFile(file));
    if (!this.#base || isMissing || this.#hasChanged()) this.#rebuild();
  }

  /** Opens a file and its imports. */
  open(file: string): OpenFile {
    const own = ts.createProgram([file], this.#isolated, this.host) as CheckedProgram;
    const source = own.getSourceFile(file) as BoundFile;
    const opened = { source, own };
    this.#open.set(file, opened);
    if (isWide(source)) this.#checker = undefined;
    this.require([...(hasReferences(source) ? [file] : []), ...this.#imported(opened)]);
    if (++this.#seen > exhausted) this.#checker = undefined;
    void this.checker;
    internals.bindSourceFile(source, this.host.options);
    return opened;
  }

  /** A file that is open. */
  opened(file: string): OpenFile | undefined {
    return this.#open.get(file);
  }

  close(file: string): void {
    const opened = this.#open.get(file);
    this.#open.delete(file);
    if (opened && isWide(opened.source)) this.#checker = undefined;
    if (this.host.hasVirtual(file) && this.#roots.delete(file)) this.#base = undefined;
  }

  /** Errors found by the parser or, if it finds none, by the binder and the checker. */
  diagnostics({ source }: OpenFile): readonly TypeScript.Diagnostic[] {
    if (source.parseDiagnostics.length > 0) return source.parseDiagnostics;
    return heeded(source, [...source.bindDiagnostics, ...this.checker.getDiagnostics(source)]);
  }

  /** Call when idle: frees what closed files have left behind. */
  rest(): void {
    if (this.#seen > tired) this.#checker = undefined;
    void this.checker;
  }

  #imported({ source, own }: OpenFile): string[] {
    return source.imports.flatMap((literal) => {
      const mode = own.getModeForUsageLocation(source, literal);
      const found = own.getResolvedModule(source, literal.text, mode)?.resolvedModule;
      const isKnown = !found || this.#open.has(found.resolvedFileName) || !this.#hasTypes(found);
      return isKnown ? [] : [found.resolvedFileName];
    });
  }

  #hasTypes({ extension, resolvedFileName }: TypeScript.ResolvedModuleFull): boolean {
    const isOwnScript = this.host.options.allowJs && !this.host.isStable(resolvedFileName);
    return (isOwnScript ? /\.([cm]?[jt]sx?|json)$/ : /\.([cm]?tsx?|json)$/).test(extension);
  }

  #hasChanged(): boolean {
    for (const [file, version] of this.#versions) if (this.host.version(file) !== version) return true;
    return false;
  }

  #rebuild(): void {
    this.#base = ts.createProgram({
      rootNames: [...this.#roots],
      options: this.host.options,
      host: this.host,
      oldProgram: this.#base,
    }) as CheckedProgram;
    const own = this.#base.getSourceFiles().filter(({ fileName }) => !this.host.isStable(fileName));
    this.#versions = new Map(own.map(({ fileName }) => [fileName, this.host.version(fileName)]));
    this.#checker = undefined;
  }

  #newChecker(): CellChecker {
    if (!this.#base) this.#rebuild();
    this.#program = this.#joined(this.#base!);
    this.#seen = 0;
    return internals.createTypeChecker(this.#program);
  }

  /** The base and the open files as one program. */
  #joined(base: CheckedProgram): CheckedProgram {
    const own = (file: string) => this.#open.get(file);
    const joined: CheckedProgram = {
      ...base,
      getTypeChecker: () => this.checker,
      getSourceFile: (file) => own(file)?.source ?? base.getSourceFile(file),
      getSourceFileByPath: (file) => own(file)?.source ?? base.getSourceFileByPath(file),
      getSourceFiles: () => [
        ...base.getSourceFiles(),
        ...[...this.#open.values()].flatMap(({ source }) =>
          base.getSourceFile(source.fileName) ? [] : [source],
        ),
      ],
      getResolvedModule: (file, specifier, mode) =>
        (own(file.fileName)?.own ?? base).getResolvedModule(file, specifier, mode),
      getResolvedModuleFromModuleSpecifier: (literal, file = literal.getSourceFile()) => {
        const { own: isolated = base } = own(file.fileName) ?? {};
        return joined.getResolvedModule(file, literal.text, isolated.getModeForUsageLocation(file, literal));
      },
    };
    return joined;
  }
}

/** Whether a file affects others without being imported; checkers look for that only when they start. */
function isWide(source: BoundFile): boolean {
  return (
    source.moduleAugmentations.length > 0 || source.ambientModuleNames.length > 0 || hasReferences(source)
  );
}

function hasReferences(source: BoundFile): boolean {
  const { referencedFiles, typeReferenceDirectives, libReferenceDirectives } = source;
  return referencedFiles.length + typeReferenceDirectives.length + libReferenceDirectives.length > 0;
}

/** The errors that remain after `@ts-ignore` and `@ts-expect-error`. */
function heeded(source: BoundFile, found: readonly TypeScript.Diagnostic[]): TypeScript.Diagnostic[] {
  if (!source.commentDirectives?.length) return [...found];
  const directives = internals.createCommentDirectivesMap(source, source.commentDirectives);
  const left = found.filter(({ start }) => start === undefined || !isExcused(source, start, directives));
  const unused = directives.getUnusedExpectations().map(({ range }) => ({
    category: ts.DiagnosticCategory.Error,
    code: 2578,
    messageText: "Unused '@ts-expect-error' directive.",
    file: source,
    start: range.pos,
    length: range.end - range.pos,
  }));
  return [...left, ...unused];
}

/** Whether a directive precedes a line, with only comments and empty lines between. */
function isExcused(
  source: TypeScript.SourceFile,
  start: number,
  directives: { markUsed(line: number): boolean },
): boolean {
  const starts = source.getLineStarts();
  for (let line = source.getLineAndCharacterOfPosition(start).line - 1; line >= 0; line--) {
    if (directives.markUsed(line)) return true;
    const text = source.text.slice(starts[line], starts[line + 1]).trim();
    if (text !== "" && !text.startsWith("//")) return false;
  }
  return false;
}
