import { DataError } from "../../../files/dataError.js";
import { namedTwice } from "../../clips/namedTwice.js";

/**
 * Refuses a table in which a column occurs twice, in any case: only one of the two would be read. Columns without a name are
 * no matter.
 * @param read the columns that count, in any case; all by default
 * @throws DataError naming the column and both places
 */
export function requireDistinctColumns(
  heading: readonly string[],
  file: string,
  read: readonly string[] = heading,
): void {
  const counts = new Set(read.map((name) => name.trim().toLowerCase()));
  counts.delete("");
  const named = heading.flatMap((name, at) =>
    counts.has(name.trim().toLowerCase()) ? [{ name, place: at + 1 }] : [],
  );
  const twice = namedTwice(named.map(({ name }) => name));
  if (twice === null) return;
  const [first, second] = twice.map((at) => named[at]);
  throw new DataError(
    `columns ${first.place} and ${second.place} are both named "${second.name}". Rename or remove one.`,
    { file, line: 1 },
  );
}
