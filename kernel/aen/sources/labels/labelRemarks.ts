import { DataError } from "../../../files/dataError.js";
import type { MatchedRows, NamingRow } from "./matchRows.js";

/** That a table or record is about other files. */
export function noneMatches(files: readonly string[], { rows, naming }: MatchedRows): DataError {
  const what = naming.file === undefined ? "entries of labels" : "rows";
  return new DataError(
    `none of the ${rows.length} ${what} is about one of the ${files.length} videos: the first names "${rows[0].path}", ` +
      `the first video is ${files[0]}. Paths start at ${naming.root}; set root to the folder that they start at.`,
    { file: naming.file },
  );
}

/** What the user should know: rows without a video, videos without a row, and how many the label map leaves out. */
export function remarksOf(
  files: readonly string[],
  { rows, rowOf, naming }: MatchedRows,
  leftOut: number,
): string[] {
  const used = new Set(rowOf);
  const unused = rows.filter((_, row) => !used.has(row)).map(rowName);
  const without = files.filter((_, at) => rowOf[at] < 0);
  const source = naming.file ?? "labels";
  const of = (some: readonly string[], all: readonly unknown[]) => `${some.length} of ${all.length}`;
  return [
    ...(unused.length > 0
      ? [`${source}: ${of(unused, rows)} rows are about none of these videos: ${first(unused)}.`]
      : []),
    ...(without.length > 0
      ? [`${of(without, files)} videos have no row in ${source} and so no label: ${first(without)}.`]
      : []),
    ...(leftOut > 0 ? [`The label map leaves out ${leftOut} of ${files.length} videos.`] : []),
  ];
}

function rowName({ path: name, line }: NamingRow): string {
  return line === null ? name : `${name} (line ${line})`;
}

function first(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
