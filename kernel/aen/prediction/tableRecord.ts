import { readFileSync } from "node:fs";
import { DataError } from "../../files/dataError.js";
import { writeAtomically } from "../../files/writeAtomically.js";

/** What decides the numbers of a table: it is the same for all its videos. */
export interface TableSettings {
  /** SHA-256 of network and weights. */
  readonly weights: string;
  /** Height and width of a face in pixels. */
  readonly size: number;
  readonly sampling: string;
  readonly frameOrder: string;
  readonly beta: number;
  readonly allowIncomplete: boolean;
  /** Whose face, as JSON; absent for the most prominent person. */
  readonly person?: string;
}

/** A video of a table. */
export interface RecordedVideo {
  /** As named. */
  readonly file: string;
  /** The absolute path, which tells videos apart. */
  readonly place: string;
  readonly bytes: number;
  /** In whole milliseconds since 1970. */
  readonly changed: number;
  /** Its line in the table of clips. */
  readonly row: string;
  /** Why it could not be used; null where it could. */
  readonly failed: string | null;
  /** The label files that were written of it. */
  readonly labelFiles: readonly string[];
}

/** What is known of a table, in `FILE.aen/record.json`; the tables are what it says. */
export interface TableRecord {
  readonly kind: "aen predictions";
  readonly version: 1;
  /** When the table was begun, ISO 8601. */
  readonly started: string;
  readonly settings: TableSettings;
  /** How much of the table of frames is whole, and its SHA-256. */
  readonly frames: { readonly bytes: number; readonly sha256: string };
  /** SHA-256 of the table of clips: as it is to be, and as it was before. */
  readonly clips: { readonly sha256: string; readonly before: string | null };
  readonly videos: readonly RecordedVideo[];
}

/** @returns null when there is none @throws DataError for one that this version cannot read */
export function readTableRecord(file: string): TableRecord | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const record = parsed(text);
  if (record?.kind === "aen predictions" && record.version === 1 && isWhole(record)) return record;
  throw new DataError("this is no record of predictions that this version reads. Choose another --to.", {
    file,
  });
}

function isWhole(record: Partial<TableRecord>): record is TableRecord {
  const { settings, frames, clips, videos } = record;
  const isObject = (value: unknown) => typeof value === "object" && value !== null;
  return [settings, frames, clips].every(isObject) && Array.isArray(videos) && videos.every(isObject);
}

function parsed(text: string): Partial<TableRecord> | null {
  try {
    return JSON.parse(text) as Partial<TableRecord> | null;
  } catch {
    return null;
  }
}

/** Writes a record completely or not at all. */
export function writeTableRecord(file: string, record: TableRecord): void {
  writeAtomically(file, `${JSON.stringify(record)}\n`);
}

/**
 * Makes sure that a table goes on as it was begun.
 * @param table for the message
 * @throws DataError naming what differs
 */
export function requireSameSettings(table: string, begun: TableSettings, now: TableSettings): void {
  const names = Object.keys({ ...begun, ...now }) as (keyof TableSettings)[];
  const other = names.find((name) => begun[name] !== now[name]);
  if (other === undefined) return;
  const what =
    other === "weights"
      ? "with other weights"
      : `with "${other}" ${begun[other] ?? "unset"}, which is now ${now[other] ?? "unset"}`;
  throw new DataError(`this table was begun ${what}. Choose another file, or the same weights and options.`, {
    file: table,
  });
}
