import path from "node:path";
import type { CellDiagnostic } from "../../contracts/cellDiagnostic.js";
import { CellProgram, type OpenFile } from "./cellProgram.js";
import { cellDiagnostics, withSuffix } from "./diagnostics.js";
import { emitFile } from "./emitFile.js";
import { NotebookScope } from "./notebookScope.js";
import { cellOptions, ProgramHost } from "./programHost.js";
import { PreloadedTypes } from "./preloadedTypes.js";
import { rewriteTopLevel } from "./rewriteCell.js";
import { topLevelNames, type TopLevelNames } from "./topLevel.js";
import { ts } from "./typescript.js";

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
  readonly uses: ReadonlySet<string>;
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
  #counter = 0;

  constructor(
    readonly cwd: string,
    readonly packageRoot: string,
    preload: boolean,
  ) {
    this.host = new ProgramHost(posix(cwd), posix(packageRoot), cellOptions());
    this.program = new CellProgram(this.host);
    this.preloaded = new PreloadedTypes(this.host, preload);
  }

  compile(code: string, options: { ignoreTypeErrors?: boolean } = {}): CompiledCell {
    for (const abandoned of this.#compiled.keys()) this.commit(abandoned, []);
    const id = ++this.#counter;
    const preloaded = this.preloaded.mentionedIn(code);
    const cell = this.source(code, `__cell_${id}__.ts`);
    const opened = this.open(cell);
    const diagnostics = cellDiagnostics(this.program.diagnostics(opened), opened.source, cell.prefixLength);
    const isBroken = opened.source.parseDiagnostics.length > 0;
    if (isBroken || (!options.ignoreTypeErrors && diagnostics.length > 0)) {
      this.close(cell.file);
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

  /** Shows a cell's text to the checker. */
  open(cell: CellSource): OpenFile {
    this.host.setVirtual(cell.file, cell.text);
    this.program.require(this.preloaded.files);
    return this.program.open(cell.file);
  }

  close(file: string): void {
    this.program.close(file);
    this.host.deleteVirtual(file);
  }

  /** The text that represents a cell in the program. */
  source(code: string, name: string, everyName = false): CellSource {
    const parsed = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
    const names = topLevelNames(parsed);
    const mentioned = identifiers(code);
    const prefix = this.scope.prefix(
      (each) => everyName || mentioned.has(each),
      new Set([...names.values, ...names.types]),
    );
    const exported = [...names.values, ...names.types].filter((each) => !names.exported.has(each));
    return {
      file: path.posix.join(posix(this.cwd), name),
      text: withSuffix(prefix.text + code, exported),
      prefixLength: prefix.text.length,
      names,
      uses: prefix.uses,
    };
  }
}

function identifiers(code: string): Set<string> {
  return new Set(code.match(/[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/gu) ?? []);
}

function posix(file: string): string {
  return file.split(path.sep).join("/");
}
