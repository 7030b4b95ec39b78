import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { DataError } from "../../../files/dataError.js";
import { locate, type RowRoot } from "./rowPlace.js";

/**
 * The file or folder that a row names. A name without its extension is that of the one file which has it, as where labels
 * are given to videos (`matchRows`).
 * @returns the place as named where there is nothing
 * @throws DataError when several files have the name, or the path leads out of the root
 */
export function recordingAt(
  row: { readonly path: string; readonly line: number },
  from: RowRoot & { readonly file: string },
): string {
  const place = locate(row, from);
  if (existsSync(place)) return place;
  const named = namesIn(path.dirname(place)).filter((name) => path.parse(name).name === path.basename(place));
  if (named.length < 2) return named.length === 0 ? place : path.join(path.dirname(place), named[0]);
  throw new DataError(`"${row.path}" could be ${named[0]} or ${named[1]}. Write the extension as well.`, {
    file: from.file,
    line: row.line,
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
