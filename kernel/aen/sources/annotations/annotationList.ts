import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import path from "node:path";
import { DataError } from "../../../files/dataError.js";
import { checkFile } from "../../../files/checkFile.js";
import type { LabelSet } from "../../labels.js";
import { isImageName } from "../images/frameNames.js";
import { readWrittenLabels, type LabelRules, type ReadLabel } from "../labels/labelRules.js";
import { wholeNumber } from "../labels/wholeNumber.js";

/** One line of an annotation list: a folder of frames, its number of frames and its label. */
export interface ListEntry {
  /** As in the list, with "/" between folders. */
  readonly path: string;
  readonly frames: number;
  /** Index into the label set; null where the list says -1, undefined where the label map leaves the clip out. */
  readonly label: ReadLabel;
  /** The label as in the list. */
  readonly written: string;
  /** 1-based. */
  readonly line: number;
}

/** What a list is checked against. */
export interface ListOptions extends LabelRules {
  readonly labels: LabelSet;
  /** Whether lines name picture files, as `path label` or `path 1 label`, rather than folders of frames. */
  readonly pictures?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Reads an annotation list in the published format, one clip per line: `path frames label`, separated by spaces
 * (SPEC.md, section 2). Accepts Windows and POSIX paths, CR LF, a byte order mark, tabs, empty lines and lines
 * that begin with "#"; a path may contain spaces, since the last two fields are numbers.
 * @throws DataError naming the line: too few fields, a count or label that is none or out of range, numbers
 *   that may count from 0 or from 1, a path that occurs twice, bytes that are not UTF-8, or no clip at all
 */
export async function readAnnotationList(file: string, options: ListOptions): Promise<ListEntry[]> {
  await checkFile(file, "annotation list");
  const entries: WrittenEntry[] = [];
  const seen = new Map<string, WrittenEntry>();
  let line = 0;
  const input = createReadStream(file, { encoding: "utf8", highWaterMark: 1 << 18 });
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    line++;
    if (line % 4096 === 0) options.signal?.throwIfAborted();
    const content = (line === 1 ? text.replace(/^\uFEFF/, "") : text).trim();
    if (content === "" || content.startsWith("#")) continue;
    const entry = (options.pictures ? parsePicture : parseLine)(content, { file, line });
    const place = path.posix.normalize(entry.path);
    const before = seen.get(place);
    if (before) throw repeated(before, entry, file);
    seen.set(place, entry);
    entries.push(entry);
  }
  if (entries.length > 0) return withLabels(entries, file, options);
  throw new DataError("the list names no clip. Its lines are `path frames label`, e.g. train/00001 64 3.", {
    file,
  });
}

/** A line about a picture: its name ends as those of pictures do, so that the number of frames may be missing. */
function parsePicture(content: string, place: { file: string; line: number }): WrittenEntry {
  const labelAt = lastGap(content);
  const name = content.slice(0, Math.max(labelAt, 0)).trim();
  const isShort = isImageName(path.posix.basename(name.replaceAll("\\", "/")));
  const entry = parseLine(isShort ? `${name} 1 ${content.slice(labelAt + 1)}` : content, place);
  if (entry.frames === 1) return entry;
  throw new DataError(
    `"${entry.path}" has ${entry.frames} frames, so it is no still. Read clips with aen.clips.fromList.`,
    place,
  );
}

const form = "Each line is `path frames label`, e.g. train/00001 64 3.";

/** A line whose label is not yet read: what its number means can depend on the others. */
type WrittenEntry = Omit<ListEntry, "label">;

function withLabels(entries: readonly WrittenEntry[], file: string, options: ListOptions): ListEntry[] {
  const written = entries.map(({ written: label, line }) => ({ label, place: { file, line } }));
  const labels = readWrittenLabels(written, options.labels, options, file);
  return entries.map((entry, at) => ({ ...entry, label: labels[at] }));
}

function parseLine(content: string, place: { file: string; line: number }): WrittenEntry {
  if (content.includes("\uFFFD")) {
    throw new DataError("it is not valid UTF-8. Save the list as UTF-8.", place);
  }
  const labelAt = lastGap(content);
  const framesAt = lastGap(content, labelAt);
  const folder = content.slice(0, Math.max(framesAt, 0)).trim();
  if (folder === "") throw new DataError(`"${shorten(content)}" has fewer than three fields. ${form}`, place);
  const frames = wholeNumber(content.slice(framesAt + 1, labelAt).trim());
  if (frames === null || frames < 0) {
    throw new DataError(
      `"${content.slice(framesAt + 1, labelAt).trim()}" is not a number of frames. ${form}`,
      place,
    );
  }
  const written = content.slice(labelAt + 1);
  return { path: folder.replaceAll("\\", "/"), frames, written, line: place.line };
}

/** The space or tab right in front of the last field; -1 where nothing stands before that. */
function lastGap(text: string, before = text.length): number {
  let at = before - 1;
  while (at > 0 && isGap(text[at])) at--;
  while (at > 0 && !isGap(text[at])) at--;
  return at > 0 ? at : -1;
}

function isGap(character: string): boolean {
  return character === " " || character === "\t";
}

function repeated(before: WrittenEntry, entry: WrittenEntry, file: string): DataError {
  const same = before.written === entry.written && before.frames === entry.frames;
  const how = same ? "" : ", with another label or count";
  return new DataError(`"${entry.path}" is already in line ${before.line}${how}. Remove one of the lines.`, {
    file,
    line: entry.line,
  });
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
