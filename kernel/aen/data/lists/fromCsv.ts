import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { DataError } from "../dataError.js";
import { checkFile } from "../images/checkFile.js";

/** The columns of a table that say what a clip is; names as in its first line, in any letter case. */
export interface ColumnMap {
  /** The clip's file or folder. @default "path", "file", "video" or "clip" */
  readonly path?: string;
  /** Its emotion, by name or number. @default "label" or "emotion" */
  readonly label?: string;
  /** Who is seen. @default "identity", "subject", "actor" or "speaker", where there is one */
  readonly identity?: string;
}

/** One row of a table. */
export interface TableRow {
  readonly path: string;
  readonly label: string;
  readonly identity: string | null;
  /** Counted from 1, the heading included. */
  readonly line: number;
}

const usual = {
  path: ["path", "file", "filename", "video", "video_name", "clip", "name"],
  label: ["label", "emotion", "expression", "class"],
  identity: ["identity", "subject", "actor", "speaker", "person"],
} as const;

/**
 * Reads a table of clips: CSV with a heading, separated by commas, semicolons or tabs (RFC 4180 quoting).
 * @throws DataError when a column is missing, a row has too few fields or a quote is not closed
 */
export async function readTable(file: string, columns: ColumnMap = {}): Promise<TableRow[]> {
  await checkFile(file, "table");
  const parser = createReadStream(file).pipe(
    parse({
      bom: true,
      delimiter: [",", ";", "\t"],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }),
  );
  let places: Record<keyof ColumnMap, number> | undefined;
  const rows: TableRow[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (!places) places = findColumns(record, columns, file);
      else rows.push(toRow(record, places, { file, line: info.lines }));
    }
  } catch (cause) {
    if (cause instanceof DataError) throw cause;
    const { message, lines } = cause as Error & { lines?: number };
    throw new DataError(`this table cannot be read (${message}).`, { file, line: lines, cause });
  }
  if (rows.length === 0) throw new DataError("the table has no rows below its heading.", { file });
  return rows;
}

function findColumns(
  heading: readonly string[],
  map: ColumnMap,
  file: string,
): Record<keyof ColumnMap, number> {
  const names = heading.map((name) => name.toLowerCase());
  const find = (key: keyof ColumnMap): number => {
    const named = map[key];
    const wanted: readonly string[] = named === undefined ? usual[key] : [named.toLowerCase()];
    const at = names.findIndex((name) => wanted.includes(name));
    if (at >= 0 || (key === "identity" && named === undefined)) return at;
    throw new DataError(
      `no column is named ${wanted.map((name) => `"${name}"`).join(" or ")}; there are ${heading.join(", ")}. ` +
        `Say which it is, e.g. columns: { ${key}: "${heading[0]}" }.`,
      { file, line: 1 },
    );
  };
  return { path: find("path"), label: find("label"), identity: find("identity") };
}

function toRow(
  record: readonly string[],
  places: Record<keyof ColumnMap, number>,
  place: { file: string; line: number },
): TableRow {
  const path = record[places.path];
  const label = record[places.label];
  if (!path || label === undefined) {
    throw new DataError(`the row has ${record.length} fields, too few for a path and a label.`, place);
  }
  const identity = places.identity >= 0 ? record[places.identity] || null : null;
  return { path: path.replaceAll("\\", "/"), label, identity, line: place.line };
}
