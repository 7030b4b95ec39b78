import path from "node:path";
import { DataError } from "../../../files/dataError.js";
import { RecordingsOnDisk } from "./recordingsOnDisk.js";
import { rowPlace, type RowRoot } from "./rowPlace.js";

/** A row that names a recording. */
export interface NamingRow {
  readonly path: string;
  /** Null for an entry of a record, which has no lines. */
  readonly line: number | null;
}

/** How the rows of one table or record name files. */
export interface RowNaming extends RowRoot {
  /** The table, for messages. */
  readonly file?: string;
  /** Whether a row without a folder is a file's name, wherever the file lies, rather than a path. */
  readonly bareNames?: boolean;
}

/** Rows and the files that they are about. */
export interface MatchedRows<Row extends NamingRow = NamingRow> {
  readonly rows: readonly Row[];
  /** For each file the place of its row, -1 for none. */
  readonly rowOf: readonly number[];
  readonly naming: RowNaming;
}

/**
 * Which row is about which file. Rows are paths from the root, with or without the file's extension. Only where none of
 * a table's paths leads to anything (it lies elsewhere than the files) is a row about the file whose path ends with it,
 * the longer path first. The order of rows and files plays no part.
 * @returns for each file the place of its row, -1 for none
 * @throws DataError for a row that could be about several files, and for two rows about one
 */
export function matchRows(files: readonly string[], rows: readonly NamingRow[], naming: RowNaming): number[] {
  const claims = new RowClaims(files, rows, naming.file);
  const places = rows.map((row) => rowPlace(row.path, naming));
  const byPath = new FileIndex(files, (file) => [file]);
  claims.claim(
    places.map((place, row) => ({ row, name: keyOf(place) })),
    byPath,
  );
  const disk = new RecordingsOnDisk();
  const lost = rows.flatMap((_, row) => (claims.has(row) || disk.has(places[row]) ? [] : [row]));
  const isElsewhere = lost.length === rows.length;
  const named = lost
    .map((row) => ({ row, name: keyOf(path.posix.normalize(rows[row].path.replaceAll("\\", "/"))) }))
    .filter(({ name }) => isElsewhere || (naming.bareNames === true && depthOf(name) === 1));
  if (named.length === 0) return claims.rowOf;
  const byEnd = new FileIndex(files, endsOf);
  const depths = [...new Set(named.map(({ name }) => depthOf(name)))].sort((a, b) => b - a);
  for (const depth of depths) {
    claims.claim(
      named.filter(({ name }) => depthOf(name) === depth),
      byEnd,
    );
  }
  return claims.rowOf;
}

interface NamedRow {
  /** Its place among the rows. */
  readonly row: number;
  readonly name: string;
}

/** The rows that have claimed a file. A file that is taken is not found again by a looser name. */
class RowClaims {
  readonly rowOf: number[];
  readonly #claimed = new Set<number>();

  constructor(
    readonly files: readonly string[],
    readonly rows: readonly NamingRow[],
    readonly table: string | undefined,
  ) {
    this.rowOf = files.map(() => -1);
  }

  has(row: number): boolean {
    return this.#claimed.has(row);
  }

  /** Rows claim the files that they name in full; those that name none, the files without their extension. */
  claim(named: readonly NamedRow[], index: FileIndex): void {
    this.#claimAll(named, (name) => index.named(name));
    const left = named.filter(({ row }) => !this.has(row));
    this.#claimAll(left, (name) => index.withStem(name));
  }

  #claimAll(named: readonly NamedRow[], filesOf: (name: string) => readonly number[]): void {
    const found = named.map(({ row, name }) => ({
      row,
      files: filesOf(name).filter((file) => this.rowOf[file] < 0),
    }));
    for (const { row, files } of found) {
      if (files.length > 1) throw this.#ambiguous(row, files);
      if (files.length === 0) continue;
      if (this.rowOf[files[0]] >= 0) throw this.#repeated(this.rowOf[files[0]], row, files[0]);
      this.rowOf[files[0]] = row;
      this.#claimed.add(row);
    }
  }

  #ambiguous(row: number, files: readonly number[]): DataError {
    const [one, two] = files.map((file) => this.files[file]);
    const others = files.length > 2 ? `, or ${files.length - 2} more` : "";
    return new DataError(
      `"${this.rows[row].path}" could be ${one} or ${two}${others}. Name it there with the folder that it lies in.`,
      this.#place(row),
    );
  }

  #repeated(one: number, two: number, file: number): DataError {
    const [before, after] = [one, two].sort((a, b) => (this.rows[a].line ?? a) - (this.rows[b].line ?? b));
    const { path: name, line } = this.rows[before];
    const where = line === null ? `named "${name}" as well` : `already in line ${line}`;
    return new DataError(
      `"${this.rows[after].path}" is ${where} (both are ${this.files[file]}). Remove one of them.`,
      this.#place(after),
    );
  }

  #place(row: number): { file?: string; line?: number } {
    return { file: this.table, line: this.rows[row].line ?? undefined };
  }
}

/** Files by what may name them. */
class FileIndex {
  readonly #byName = new Map<string, number[]>();
  readonly #byStem = new Map<string, number[]>();

  constructor(files: readonly string[], namesOf: (key: string) => readonly string[]) {
    files.forEach((file, at) => {
      for (const name of namesOf(keyOf(path.resolve(file)))) {
        add(this.#byName, name, at);
        const { ext } = path.posix.parse(name);
        if (ext !== "") add(this.#byStem, name.slice(0, -ext.length), at);
      }
    });
  }

  named(name: string): readonly number[] {
    return this.#byName.get(name) ?? [];
  }

  withStem(name: string): readonly number[] {
    return this.#byStem.get(name) ?? [];
  }
}

function add(index: Map<string, number[]>, name: string, file: number): void {
  const there = index.get(name);
  if (there) there.push(file);
  else index.set(name, [file]);
}

/** One spelling for all machines: "/" between folders, and accents as one character, which macOS may write as two. */
function keyOf(name: string): string {
  return name.replaceAll("\\", "/").normalize("NFC");
}

function endsOf(key: string): string[] {
  const parts = key.split("/");
  return parts.map((_, from) => parts.slice(from).join("/"));
}

function depthOf(name: string): number {
  return name.split("/").length;
}
