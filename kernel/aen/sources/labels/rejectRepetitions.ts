import { DataError } from "../../../files/dataError.js";

/**
 * Refuses a list or table in which two rows are about one file.
 * @param places the file of each row
 * @throws DataError naming both lines
 */
export function rejectRepetitions(
  rows: readonly { readonly path: string; readonly line: number }[],
  places: readonly string[],
  file: string,
): void {
  const seen = new Map<string, number>();
  rows.forEach(({ path: clip, line }, at) => {
    const before = seen.get(places[at]);
    if (before !== undefined) {
      throw new DataError(`"${clip}" is already in line ${before}. Remove one of the lines.`, { file, line });
    }
    seen.set(places[at], line);
  });
}
