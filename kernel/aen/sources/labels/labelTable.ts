import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parse } from "csv-parse";
import type { ColumnMap } from "../../clips/datasetDescription.js";
import { DataError } from "../../../files/dataError.js";
import { checkFile } from "../../../files/checkFile.js";
import { groupsNamed, personNamed } from "./personNamed.js";
import { requireDistinctColumns } from "./requireDistinctColumns.js";
import { requireText, requireUtf8 } from "./requireText.js";

/** One row of a table. */
export interface TableRow {
  readonly path: string;
  readonly label: string;
  readonly identity: string | null;
  /** What the row says in the columns of groups, by the column's name as asked for; without those not known. */
  readonly groups: Readonly<Record<string, string>>;
  /** 1-based, counting the header. */
  readonly line: number;
}

/** The usual names of each column, the plainest first. */
const usual = {
  path: ["path", "file", "filename", "video", "video_name", "clip", "name"],
  label: ["label", "emotion", "expression", "class"],
  identity: ["identity", "subject", "actor", "speaker", "person"],
} as const;

/**
 * Reads a table of clips: CSV with a header, separated by commas, semicolons or tabs as its header is, or as a first line
 * "sep=;" says (RFC 4180 quoting). A person or group called "NA", "unknown" or "-" is not known.
 * @param groups further columns, each a field of the clips' groups, case-insensitive
 * @throws DataError when a column that is read is missing or occurs twice, a row has too few fields or too many, or a quote is not closed
 */
export async function readTable(
  file: string,
  columns: ColumnMap = {},
  groups: readonly string[] = [],
): Promise<TableRow[]> {
  await checkFile(file, "table");
  await requireText(file);
  const { mark, isDeclared } = await separatorOf(file);
  const parser = createReadStream(file).pipe(
    parse({
      bom: true,
      delimiter: mark,
      from_line: isDeclared ? 2 : 1,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }),
  );
  let places: Places | undefined;
  const rows: TableRow[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      requireUtf8(record, { file, line: info.lines });
      if (!places) places = findColumns(record, { columns, groups }, file);
      else rows.push(toRow(record, places, { file, line: info.lines }));
    }
  } catch (cause) {
    if (cause instanceof DataError) throw cause;
    const { message, lines } = cause as Error & { lines?: number };
    throw new DataError(`this table cannot be read (${message}). Correct it, or save it again as CSV.`, {
      file,
      line: lines,
      cause,
    });
  }
  if (rows.length === 0) throw new DataError("the table has no rows below its heading.", { file });
  return rows;
}

/** Where each column stands, -1 for none, and how many there are. */
interface Places extends Record<keyof ColumnMap | "count", number> {
  readonly groups: readonly (readonly [field: string, place: number])[];
}

interface Separator {
  readonly mark: string;
  /** Whether the first line is "sep=;", as Excel reads it, and no heading. */
  readonly isDeclared: boolean;
}

/** The separator that the first line declares, or that the heading has most of: in the rows the others may be text. */
async function separatorOf(file: string): Promise<Separator> {
  let heading = "";
  const input = createReadStream(file);
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    const declared = /^\uFEFF?"?sep=(.)"?$/i.exec(line);
    if (declared && heading === "") return { mark: declared[1], isDeclared: true };
    heading = line.replaceAll(/"[^"]*"/g, "");
    if (heading.trim() !== "") break;
  }
  input.destroy();
  const uses = (separator: string) => heading.split(separator).length;
  const mark = [",", ";", "\t"].reduce((most, other) => (uses(other) > uses(most) ? other : most));
  return { mark, isDeclared: false };
}

interface Wanted {
  readonly columns: ColumnMap;
  readonly groups: readonly string[];
}

function findColumns(heading: readonly string[], { columns: map, groups }: Wanted, file: string): Places {
  const names = heading.map((name) => name.toLowerCase());
  const find = (key: keyof ColumnMap): number => {
    const named = map[key];
    const wanted: readonly string[] = named === undefined ? usual[key] : [named.toLowerCase()];
    const at = wanted.map((name) => names.indexOf(name)).find((place) => place >= 0);
    if (at !== undefined) return at;
    if (key === "identity" && named === undefined) return -1;
    throw new DataError(
      `no column is named ${wanted.map((name) => `"${name}"`).join(" or ")}; the columns are ${heading.join(", ")}. ` +
        `Name the right one, e.g. columns: { ${key}: "${heading[0]}" }.`,
      { file, line: 1 },
    );
  };
  const places: Places = {
    path: find("path"),
    label: find("label"),
    identity: find("identity"),
    count: heading.length,
    groups: groups.map((field) => [field, findGroup(heading, field, file)]),
  };
  const { path, label, identity } = places;
  const read = [path, label, ...(identity < 0 ? [] : [identity]), ...places.groups.map(([, at]) => at)];
  requireDistinctColumns(
    heading,
    file,
    read.map((at) => heading[at]),
  );
  return places;
}

function findGroup(heading: readonly string[], field: string, file: string): number {
  const place = heading.findIndex((name) => name.toLowerCase() === field.toLowerCase());
  if (place >= 0) return place;
  throw new DataError(
    `no column is named "${field}", which groups names; the columns are ${heading.join(", ")}.`,
    { file, line: 1 },
  );
}

function toRow(record: readonly string[], places: Places, place: { file: string; line: number }): TableRow {
  const path = record[places.path];
  const label = record[places.label];
  if (!path || label === undefined) {
    throw new DataError(`the row has ${record.length} fields, too few for a path and a label.`, place);
  }
  if (record.slice(places.count).some((field) => field !== "")) {
    throw new DataError(
      `the row has ${record.length} fields for ${places.count} columns. ` +
        "Put quotes around a field that holds the separator.",
      place,
    );
  }
  const identity = places.identity >= 0 ? personNamed(record[places.identity]) : null;
  const groups = groupsNamed(places.groups.map(([field, at]) => [field, record[at]]));
  return { path: path.replaceAll("\\", "/"), label, identity, groups, line: place.line };
}
