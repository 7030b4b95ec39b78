import type { CellDiagnostic } from "../../contracts/cellDiagnostic.js";
import type { OpenFile } from "./cellProgram.js";
import type { CellSource, NotebookCompiler } from "./notebookCompiler.js";
import type { NotebookScope } from "./notebookScope.js";

/** A cell of a notebook, read as text. */
export interface ReadCell {
  readonly cell: CellSource;
  readonly opened: OpenFile;
}

/**
 * A notebook as its text reads from top to bottom, whether its cells have run or not: each cell sees the declarations of
 * those above it, with the types that their text gives, and otherwise what has run. A cell whose text and whose cells
 * above are unchanged is read once: the checker keeps what it knows of it.
 */
export class NotebookText {
  /** The files of cells read before, by the text that the checker sees. */
  readonly #files = new Map<string, string>();
  #counter = 0;

  constructor(readonly compiler: NotebookCompiler) {}

  /** The errors and hints in each cell. */
  diagnostics(codes: readonly string[]): CellDiagnostic[][] {
    const cells = this.cells(codes);
    const below = namesBelow(cells.map(({ cell }) => cell));
    const found = cells.map(({ cell, opened }, index) =>
      this.compiler.diagnostics(opened, cell, below[index]),
    );
    return found;
  }

  /** The cells of a whole notebook, as the checker sees them; those read before and not among them are forgotten. */
  cells(codes: readonly string[]): ReadCell[] {
    const { cells } = this.#read(codes);
    this.#forgetAllBut(new Set(cells.map(({ cell }) => cell.file)));
    return cells;
  }

  /** What a cell sees below the given ones. */
  scopeBelow(codes: readonly string[]): NotebookScope {
    return this.#read(codes).scope;
  }

  #read(codes: readonly string[]): { readonly cells: ReadCell[]; readonly scope: NotebookScope } {
    for (const code of codes) this.compiler.preloaded.mentionedIn(code);
    const scope = this.compiler.scope.copy();
    const ran = new Map([...scope.files].map((file) => [scope.text(file)!, file]));
    const cells = codes.map((code) => {
      const read = this.#readCell(code, scope, ran);
      scope.commit({ ...read.cell, name: read.cell.file }, read.cell.names.values);
      return read;
    });
    return { cells, scope };
  }

  #readCell(code: string, scope: NotebookScope, ran: ReadonlyMap<string, string>): ReadCell {
    const cell = this.compiler.source(code, `__cell_text_${++this.#counter}__`, { scope });
    const known = ran.get(cell.text) ?? this.#files.get(cell.text);
    const opened = known === undefined ? undefined : this.compiler.program.opened(known);
    if (opened && !this.#readsFiles(opened)) return { cell: { ...cell, file: known! }, opened };
    if (known !== undefined && !ran.has(cell.text)) this.compiler.close(known);
    this.#files.set(cell.text, cell.file);
    return { cell, opened: this.compiler.open(cell) };
  }

  /** Whether a cell imports what may have changed, or be there by now: files of the user, or something missing. */
  #readsFiles({ source, own }: OpenFile): boolean {
    const { host } = this.compiler;
    return source.imports.some((literal) => {
      const mode = own.getModeForUsageLocation(source, literal);
      const found = own.getResolvedModule(source, literal.text, mode)?.resolvedModule?.resolvedFileName;
      return found === undefined || !(host.hasVirtual(found) || host.isStable(found));
    });
  }

  #forgetAllBut(read: ReadonlySet<string>): void {
    for (const [text, file] of this.#files) {
      if (read.has(file)) continue;
      this.#files.delete(text);
      this.compiler.close(file);
    }
  }
}

/** For each cell, the names that those below it declare. */
function namesBelow(cells: readonly CellSource[]): Set<string>[] {
  const below: Set<string>[] = [];
  let names = new Set<string>();
  for (const cell of cells.toReversed()) {
    below.unshift(names);
    names = new Set([...names, ...cell.names.values, ...cell.names.types]);
  }
  return below;
}
