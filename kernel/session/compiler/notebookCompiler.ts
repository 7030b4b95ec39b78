import path from "node:path";
import type * as TypeScript from "typescript";
import type { CellDiagnostic } from "../cellDiagnostic.js";
import { cellDiagnostics, withSuffix } from "./diagnostics.js";
import { NotebookScope } from "./notebookScope.js";
import { cellOptions, ProgramHost } from "./programHost.js";
import { PreloadedTypes } from "./preloadedTypes.js";
import { rewriteTopLevel } from "./rewriteCell.js";
import { topLevelNames, type TopLevelNames } from "./topLevel.js";
import { ts } from "./typescript.js";

/** A cell as JavaScript: the body of an async function, with the map back to the cell's lines. */
export interface CompiledCell {
  readonly id: number;
  /** Absent when mistakes keep the cell from running. */
  readonly code?: string;
  readonly sourceMap?: string;
  readonly diagnostics: readonly CellDiagnostic[];
  /** The preloaded modules that the cell mentions, by the name of their variable. */
  readonly preloaded: readonly string[];
}

/** One state of a cell's text, between the text that shows it earlier names and the export of its own. */
export interface CellSource {
  readonly file: string;
  readonly text: string;
  readonly prefixLength: number;
  readonly names: TopLevelNames;
  readonly uses: ReadonlySet<string>;
}

/**
 * Compiles cells with stock TypeScript. Each cell is a module to the type checker: it imports what earlier
 * cells declared and exports what it declares, so that types pass from cell to cell unabridged.
 */
export class NotebookCompiler {
  readonly scope = new NotebookScope();
  readonly host: ProgramHost;
  readonly preloaded: PreloadedTypes;
  readonly #compiled = new Map<number, CellSource>();
  #program: TypeScript.Program | undefined;
  #counter = 0;

  constructor(
    readonly cwd: string,
    readonly packageRoot: string,
    preload: boolean,
  ) {
    this.host = new ProgramHost(posix(cwd), posix(packageRoot), cellOptions());
    this.preloaded = new PreloadedTypes(this.host, preload);
  }

  compile(code: string, options: { ignoreTypeErrors?: boolean } = {}): CompiledCell {
    const id = ++this.#counter;
    const source = this.source(code, `__cell_${id}__.ts`);
    this.host.setVirtual(source.file, source.text);
    const preloaded = this.preloaded.mentionedIn(code);
    const program = this.program([source.file]);
    const file = program.getSourceFile(source.file)!;
    const syntactic = program.getSyntacticDiagnostics(file);
    const found = syntactic.length > 0 ? syntactic : program.getSemanticDiagnostics(file);
    const diagnostics = cellDiagnostics(found, file, source.prefixLength);
    const blocked = syntactic.length > 0 || (!options.ignoreTypeErrors && diagnostics.length > 0);
    this.host.deleteVirtual(source.file);
    if (blocked) return { id, diagnostics, preloaded };
    this.#compiled.set(id, source);
    return { id, ...this.#emit(program, file, source), diagnostics, preloaded };
  }

  /** Tells which declarations of a compiled cell have run; later cells see those, and its types. */
  commit(id: number, ran: readonly string[]): void {
    const source = this.#compiled.get(id);
    if (!source) return;
    this.#compiled.delete(id);
    const before = new Set(this.scope.files);
    this.scope.commit({ ...source, name: source.file }, new Set(ran));
    const after = new Set(this.scope.files);
    for (const file of before) if (!after.has(file)) this.host.deleteVirtual(file);
    for (const file of after) if (!before.has(file)) this.host.setVirtual(file, this.scope.text(file)!);
  }

  /** The text that stands for a cell in the program. */
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

  /** A program over the given files and everything that earlier cells left behind. */
  program(files: readonly string[]): TypeScript.Program {
    this.#program = ts.createProgram({
      rootNames: [...this.preloaded.files, ...this.scope.files, ...files],
      options: this.host.options,
      host: this.host,
      oldProgram: this.#program,
    });
    return this.#program;
  }

  #emit(program: TypeScript.Program, file: TypeScript.SourceFile, source: CellSource) {
    let code = "";
    let sourceMap = "";
    program.emit(
      file,
      (name, text) => (name.endsWith(".map") ? (sourceMap = text) : (code = text)),
      undefined,
      false,
      { before: [rewriteTopLevel(program.getTypeChecker(), source.prefixLength, "cell")] },
    );
    return { code: withoutModuleTraces(code), sourceMap };
  }
}

/** The emitted text without the marks that make it a module. */
export function withoutModuleTraces(code: string): string {
  return code.replace(/\n\/\/# sourceMappingURL=[^\n]*\s*$/, "\n").replace(/(^|\n)export \{\};\s*$/, "$1");
}

function identifiers(code: string): Set<string> {
  return new Set(code.match(/[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/gu) ?? []);
}

function posix(file: string): string {
  return file.split(path.sep).join("/");
}
