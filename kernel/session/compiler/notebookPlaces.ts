import path from "node:path";
import type * as TypeScript from "typescript";
import type { LineRange, TextPlace } from "../../contracts/languageQuestions.js";
import { cellLinks, type CellLink } from "./cellLinks.js";
import type { BoundFile } from "./internals.js";
import type { NotebookCompiler } from "./notebookCompiler.js";
import type { ReadCell } from "./notebookText.js";
import { ts } from "./typescript.js";

/** A cell of a notebook with its file, and what of that file is the cell's own text. */
export interface PlacedCell {
  readonly index: number;
  readonly source: BoundFile;
  readonly start: number;
  readonly end: number;
  readonly links: readonly CellLink[];
  readonly declares: ReadonlySet<string>;
}

/** The cells of a notebook as files of one program: turns places in files into places that an editor knows. */
export class NotebookPlaces {
  readonly cells: readonly PlacedCell[];
  readonly program: TypeScript.Program;

  constructor(
    readonly compiler: NotebookCompiler,
    read: readonly ReadCell[],
    codes: readonly string[],
  ) {
    this.program = compiler.program.program;
    this.cells = read.map(({ cell, opened: { source } }, index) => ({
      ...{ index, source, start: cell.prefixLength, end: cell.prefixLength + codes[index].length },
      links: cellLinks(source, cell.prefixLength),
      declares: new Set([...cell.names.values, ...cell.names.types]),
    }));
  }

  /** The last cell with a file; two cells with the same text share one. */
  cellOf(file: string): PlacedCell | undefined {
    return this.cells.findLast(({ source }) => source.fileName === file);
  }

  /** The cells with a file, of which there may be two with the same text. */
  cellsOf(file: string): readonly PlacedCell[] {
    return this.cells.filter(({ source }) => source.fileName === file);
  }

  /** The cell that a link leads to, if its text is in the notebook. */
  linked({ from }: CellLink): PlacedCell | undefined {
    return this.cells.findLast(
      ({ source }) => path.posix.basename(source.fileName).replace(/\.tsx?$/, "") === from,
    );
  }

  /** Whether a file belongs to the user and is no cell: it may be edited. */
  isLocal(file: string): boolean {
    const { host } = this.compiler;
    return !host.hasVirtual(file) && !host.isStable(file);
  }

  /** The files that the user can edit: cells and local files. */
  editable(): TypeScript.SourceFile[] {
    const cells = new Set<TypeScript.SourceFile>(this.cells.map(({ source }) => source));
    const local = this.program.getSourceFiles().filter(({ fileName }) => this.isLocal(fileName));
    return [...cells, ...local.filter((each) => !this.program.isSourceFileDefaultLibrary(each))];
  }

  /** Where a piece of a file is for an editor: nowhere if it is in the text around a cell, or in our own declarations. */
  placesOf(file: string, start: number, length: number): TextPlace[] {
    const cells = this.cellsOf(file).filter((cell) => start >= cell.start && start + length <= cell.end);
    const source = cells[0]?.source ?? this.program.getSourceFile(file);
    if (!source || (cells.length === 0 && this.compiler.host.hasVirtual(file))) return [];
    const range = lineRange(source, start, length, cells[0]?.start ?? 0);
    if (cells.length > 0) return cells.map(({ index }) => ({ ...range, cell: index }));
    return [{ ...range, file: path.normalize(file) }];
  }
}

/** Lines and columns of a piece of a file, counted from an offset at the start of a line. */
export function lineRange(
  source: TypeScript.SourceFile,
  start: number,
  length: number,
  from: number,
): LineRange {
  const { line: first } = ts.getLineAndCharacterOfPosition(source, from);
  const at = (offset: number) => {
    const { line, character } = ts.getLineAndCharacterOfPosition(source, offset);
    return { line: line - first, character: line === first ? character - column(source, from) : character };
  };
  return { start: at(start), end: at(start + length) };
}

function column(source: TypeScript.SourceFile, from: number): number {
  return ts.getLineAndCharacterOfPosition(source, from).character;
}
