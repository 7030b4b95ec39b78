import { open } from "node:fs/promises";
import { DataError, type DataPlace } from "../../../files/dataError.js";

/**
 * Refuses a table whose first bytes show that it is no UTF-8 text: one that is compressed, and Excel's "Unicode text".
 * @throws DataError that says what it is
 */
export async function requireText(file: string): Promise<void> {
  const start = Buffer.alloc(4);
  const opened = await open(file);
  try {
    await opened.read(start, 0, 4, 0);
  } finally {
    await opened.close();
  }
  const kind = kindOf(start);
  if (kind !== null) throw new DataError(`this table is ${kind}.`, { file });
}

function kindOf(start: Buffer): string | null {
  const [one, two] = start;
  if (one === 0x1f && two === 0x8b) return "compressed (gzip). Unpack it: gunzip FILE";
  if (start.toString("latin1") === "PK\x03\x04")
    return "a workbook (or a zip archive). Save its sheet as CSV (UTF-8)";
  const isUtf16 = (one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff);
  return isUtf16 ? "UTF-16 text. Save it as CSV (UTF-8)" : null;
}

/**
 * Refuses a row with letters that are not UTF-8: different names would read alike.
 * @throws DataError
 */
export function requireUtf8(fields: readonly string[], place: DataPlace): void {
  if (fields.some((field) => field.includes("\uFFFD")))
    throw new DataError("it is not valid UTF-8. Save the table as CSV (UTF-8).", place);
}
