import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { checkFile } from "../../../files/checkFile.js";
import { DataError } from "../../../files/dataError.js";
import { requireDistinctColumns } from "../labels/requireDistinctColumns.js";
import { requireText, requireUtf8 } from "../labels/requireText.js";

/** One row: its fields by column, in lower case. */
export interface CsvRow {
  readonly fields: Readonly<Record<string, string>>;
  /** 1-based, counting the header. */
  readonly line: number;
}

/**
 * Reads a large CSV file with a heading row by row.
 * @param needed columns that must be there, in lower case
 * @throws DataError when it cannot be parsed, a column is missing or occurs twice, or a row has too few fields or too many
 */
export async function* csvRows(file: string, needed: readonly string[]): AsyncGenerator<CsvRow> {
  await checkFile(file, "table");
  await requireText(file);
  const columns = (names: string[]) => {
    const found = names.map((name) => name.toLowerCase());
    requireDistinctColumns(names, file);
    const missing = needed.find((name) => !found.includes(name));
    if (missing === undefined) return found;
    throw new DataError(`no column is named "${missing}"; the columns are ${names.join(", ")}.`, {
      file,
      line: 1,
    });
  };
  const parser = createReadStream(file).pipe(
    parse({ bom: true, columns, info: true, skip_empty_lines: true, trim: true }),
  );
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRow>) {
      requireUtf8(Object.values(record), { file, line: info.lines });
      yield { fields: record, line: info.lines };
    }
  } catch (cause) {
    if (cause instanceof DataError) throw cause;
    const { message, lines } = cause as Error & { lines?: number };
    throw new DataError(`this table cannot be read (${message}). Download it again.`, {
      file,
      line: lines,
      cause,
    });
  }
}

interface ParsedRow {
  readonly record: Record<string, string>;
  readonly info: { readonly lines: number };
}
