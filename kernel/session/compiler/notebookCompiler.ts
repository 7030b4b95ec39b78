import path from "node:path";
import { type CellDiagnostic, hasErrors } from "../../contracts/cellDiagnostic.js";
import { augmentations } from "./augmentations.js";
import { CellProgram, type OpenFile } from "./cellProgram.js";
import { cellDiagnostics, withSuffix } from "./diagnostics.js";
import { emitFile } from "./emitFile.js";
import { undeclared } from "./nodeGlobals.js";
import { moduleOfCell } from "./moduleCells.js";
import { NotebookScope } from "./notebookScope.js";
import { cellOptions, ProgramHost } from "./programHost.js";
import { PreloadedTypes } from "./preloadedTypes.js";
import { isUnchecked, jsxPragmas, parsedCell } from "./parsedCell.js";
import { withProjectSettings } from "./projectSettings.js";
import { rewriteTopLevel } from "./rewriteCell.js";
import { topLevelNames, type TopLevelNames } from "./topLevel.js";
import { type KeptMeanings, type Meanings, meaningsOf } from "./twoMeanings.js";

/** A cell as JavaScript: the body of an async function, with a source map to the cell's lines. */
export interface CompiledCell {
  readonly id: number;
  /** Absent when errors keep the cell from running. */
  readonly code?: string;
  readonly sourceMap?: string;
  readonly diagnostics: readonly CellDiagnostic[];
  /** The preloaded modules that the cell mentions, by variable name. */
  readonly preloaded: readonly string[];
}

/** A cell that has run, as compiled, with those of its declarations that ran. */
export interface KeptCell {
  readonly id: number;
  readonly code: string;
  readonly ran: readonly string[];
}

/** One version of a cell's text, between a prefix that declares earlier names and a suffix that exports its own. */
export interface CellSource {
  readonly file: string;
  readonly text: string;
  readonly prefixLength: number;
  readonly names: TopLevelNames;
  readonly meanings: Meanings;
  readonly kept: KeptMeanings;
  readonly uses: ReadonlySet<string>;
  readonly augments: ReadonlySet<string>;
  /** Whether it begins with `// @ts-nocheck`. */
  readonly isUnchecked: boolean;
}

/**
 * Compiles cells with stock TypeScript. To the type checker each cell is a module that imports what earlier cells
 * declared and exports its own declarations, so that types pass from cell to cell unchanged.
 */
export class NotebookCompiler {
  readonly scope = new NotebookScope();
  readonly host: ProgramHost;
  readonly program: CellProgram;
  readonly preloaded: PreloadedTypes;
  readonly #compiled = new Map<number, CellSource>();
  /** The names of the cells that are modules in tslab. */
  readonly #moduleCells = new Set<string>();
  #counter = 0;
  #knowsGlobals = false;

  constructor(
    readonly cwd: string,
    readonly packageRoot: string,
    preload: boolean,
  ) {
    this.host = new ProgramHost(
      posix(cwd),
      posix(packageRoot),
      withProjectSettings(cellOptions(), posix(cwd)),
    );
    this.program = new CellProgram(this.host);
    this.preloaded = new PreloadedTypes(this.host, preload);
  }

  compile(code: string, options: { ignoreTypeErrors?: boolean } = {}): CompiledCell {
    for (const abandoned of this.#compiled.keys()) this.commit(abandoned, []);
    const id = ++this.#counter;
    const module = moduleOfCell(code);
    if (module !== undefined) this.#moduleCells.add(module);
    const preloaded = this.preloaded.mentionedIn(code);
    const cell = this.source(code, `__cell_${id}__`);
    for (const file of this.scope.replacedBy(cell)) this.close(file);
    const opened = this.open(cell);
    const diagnostics = this.diagnostics(opened, cell);
    const isBroken = opened.source.parseDiagnostics.length > 0;
    if (isBroken || (!options.ignoreTypeErrors && hasErrors(diagnostics))) {
      this.close(cell.file);
      this.#reopen();
      return { id, diagnostics, preloaded };
    }
    this.#compiled.set(id, cell);
    const rewrite = rewriteTopLevel(this.program.checker, cell.prefixLength, "cell");
    return { id, ...emitFile(opened, rewrite), diagnostics, preloaded };
  }

  /**
   * Records which declarations of a compiled cell have run; later cells see those, and the cell's types.
   * @param code the cell's text, if a previous compiler compiled it
   */
  commit(id: number, ran: readonly string[], code?: string): void {
    const cell = this.#compiled.get(id);
    if (!cell) return code === undefined ? undefined : this.restore([{ id, code, ran }]);
    this.#compiled.delete(id);
    const candidates = new Set([...this.scope.files, cell.file]);
    this.scope.commit({ ...cell, name: cell.file }, new Set(ran));
    const kept = new Set(this.scope.files);
    for (const file of candidates) if (!kept.has(file)) this.close(file);
    this.#reopen();
  }

  /** Shows those cells to the checker again that another one was to stand in for. */
  #reopen(): void {
    for (const file of this.scope.files) {
      if (this.host.hasVirtual(file)) continue;
      this.host.setVirtual(file, this.scope.text(file)!);
      this.program.open(file);
    }
  }

  /** Restores the cells that ran under a previous compiler, with the same ids. */
  restore(cells: readonly KeptCell[]): void {
    for (const { id, code, ran } of cells) {
      const last = this.#counter;
      this.#counter = id - 1;
      this.compile(code, { ignoreTypeErrors: true });
      this.commit(id, ran);
      this.#counter = Math.max(id, last);
    }
  }

  /**
   * The errors and hints in an open cell; of an unchecked one, what keeps it from being parsed.
   * @param below the names that cells below it declare, where the cell is read as a part of its notebook
   */
  diagnostics(
    { source, ...opened }: OpenFile,
    { prefixLength, isUnchecked }: CellSource,
    below?: ReadonlySet<string>,
  ): CellDiagnostic[] {
    const found = isUnchecked ? source.parseDiagnostics : this.program.diagnostics({ source, ...opened });
    return cellDiagnostics(found, source, prefixLength, { below, moduleCells: this.#moduleCells });
  }

  /** Shows a cell's text to the checker. */
  open(cell: CellSource): OpenFile {
    this.#declareGlobals();
    this.host.setVirtual(cell.file, cell.text);
    this.program.require(this.preloaded.files);
    return this.program.open(cell.file);
  }

  #declareGlobals(): void {
    if (this.#knowsGlobals) return;
    this.#knowsGlobals = true;
    this.program.require(this.preloaded.files);
    const names = Object.getOwnPropertyNames(globalThis);
    this.preloaded.addGlobals(undeclared(names, this.program.checker));
  }

  close(file: string): void {
    this.program.close(file);
    this.host.deleteVirtual(file);
  }

  /** The text that represents a cell in the program, as a file with a name that lacks only its extension. */
  source(
    code: string,
    name: string,
    { everyName = false, scope = this.scope }: { everyName?: boolean; scope?: NotebookScope } = {},
  ): CellSource {
    const { file: parsed, extension } = parsedCell(code);
    const names = topLevelNames(parsed);
    const meanings = meaningsOf(parsed);
    const mentioned = identifiers(code);
    const prefix = scope.prefix(
      (each) => everyName || mentioned.has(each),
      new Set([...names.values, ...names.types]),
      meanings,
    );
    const exported = [...names.values, ...names.types].filter((each) => !names.exported.has(each));
    const before = jsxPragmas(parsed) + prefix.text;
    return {
      file: path.posix.join(posix(this.cwd), name + extension),
      text: withSuffix(before + withoutHashbang(code), exported),
      prefixLength: before.length,
      names,
      meanings,
      kept: prefix.kept,
      uses: prefix.uses,
      augments: augmentations(parsed),
      isUnchecked: isUnchecked(parsed),
    };
  }
}

/** A cell's text in which the first line of a pasted script is a comment: the language knows it at a file's start only. */
function withoutHashbang(code: string): string {
  return code.replace(/^#!/, "//");
}

function identifiers(code: string): Set<string> {
  return new Set(code.match(/[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/gu) ?? []);
}

function posix(file: string): string {
  return file.split(path.sep).join("/");
}
