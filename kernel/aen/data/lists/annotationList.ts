import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import path from "node:path";
import { DataError } from "../dataError.js";
import { checkFile } from "../images/checkFile.js";
import type { LabelSet } from "../../labels.js";

/** One line of an annotation list: a folder of frames, how many frames it has, and its label. */
export interface ListEntry {
  /** As the list has it, with "/" between folders. */
  readonly path: string;
  readonly frames: number;
  /** Index into the label set; null where the list says -1. */
  readonly label: number | null;
  /** Counted from 1. */
  readonly line: number;
}

/** What a list is checked against. */
export interface ListOptions {
  readonly labels: LabelSet;
  /** The number that the first emotion has in the list: 0 in published lists, 1 in some. @default 0 */
  readonly firstLabel?: number;
  readonly signal?: AbortSignal;
}

/**
 * Reads an annotation list in the published form, one clip a line: `path frames label`, separated by spaces
 * (SPEC.md, section 2). Takes Windows and POSIX paths, CR LF, a byte order mark, tabs, empty lines and lines
 * that begin with "#"; a path may hold spaces, since the last two fields are numbers.
 * @throws DataError naming the line: too few fields, a count or label that is no number or out of range, a path
 *   that occurs twice with different labels or counts, bytes that are no UTF-8, or no clip at all
 */
export async function readAnnotationList(file: string, options: ListOptions): Promise<ListEntry[]> {
  await checkFile(file, "annotation list");
  const entries: ListEntry[] = [];
  const seen = new Map<string, ListEntry>();
  let line = 0;
  const input = createReadStream(file, { encoding: "utf8", highWaterMark: 1 << 18 });
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    line++;
    if (line % 4096 === 0) options.signal?.throwIfAborted();
    const content = (line === 1 ? text.replace(/^\uFEFF/, "") : text).trim();
    if (content === "" || content.startsWith("#")) continue;
    const entry = parseLine(content, { file, line }, options);
    const before = seen.get(entry.path);
    if (before) throw repeated(before, entry, file);
    seen.set(entry.path, entry);
    entries.push(entry);
  }
  if (entries.length > 0) return entries;
  throw new DataError("the list names no clip. Its lines are `path frames label`, e.g. train/00001 64 3.", {
    file,
  });
}

const form = "Each line is `path frames label`, e.g. train/00001 64 3.";

function parseLine(content: string, place: { file: string; line: number }, options: ListOptions): ListEntry {
  if (content.includes("\uFFFD")) {
    throw new DataError("it holds bytes that are not UTF-8. Save the list as UTF-8.", place);
  }
  const labelAt = lastGap(content);
  const framesAt = lastGap(content, labelAt);
  const folder = content.slice(0, Math.max(framesAt, 0)).trim();
  if (folder === "") throw new DataError(`"${shorten(content)}" has fewer than three fields. ${form}`, place);
  const frames = wholeNumber(content.slice(framesAt + 1, labelAt).trim());
  if (frames === null || frames < 0) {
    throw new DataError(
      `"${content.slice(framesAt + 1, labelAt).trim()}" is no number of frames. ${form}`,
      place,
    );
  }
  const label = labelOf(content.slice(labelAt + 1), place, options);
  return { path: folder.replaceAll("\\", "/"), frames, label, line: place.line };
}

function lastGap(text: string, before = text.length): number {
  for (let at = before - 1; at > 0; at--) {
    if ((text[at] === " " || text[at] === "\t") && text[at + 1] !== " " && at + 1 < before) return at;
  }
  return -1;
}

function wholeNumber(text: string): number | null {
  return /^-?\d+$/.test(text) ? Number(text) : null;
}

function labelOf(text: string, place: { file: string; line: number }, options: ListOptions): number | null {
  const number = wholeNumber(text);
  const { emotions } = options.labels;
  const first = options.firstLabel ?? 0;
  if (number === null) throw new DataError(`"${shorten(text)}" is no label number. ${form}`, place);
  if (number === -1) return null;
  if (number >= first && number < first + emotions.length) return number - first;
  const hint =
    number === emotions.length && first === 0 ? " If the list counts from 1, pass firstLabel: 1." : "";
  throw new DataError(
    `the label ${number} is out of range; labels are ${first} (${emotions[0]}) to ` +
      `${first + emotions.length - 1} (${emotions[emotions.length - 1]}), or -1 for none.${hint}`,
    place,
  );
}

function repeated(before: ListEntry, entry: ListEntry, file: string): DataError {
  const same = before.label === entry.label && before.frames === entry.frames;
  const how = same ? "" : ", with another label or count";
  return new DataError(`"${entry.path}" is in line ${before.line} already${how}. Remove one of the lines.`, {
    file,
    line: entry.line,
  });
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/**
 * The path of a clip on this machine.
 * @param root the folder that relative paths start at
 * @param remap for absolute paths of another machine: what a path begins with, and what takes its place
 * @throws DataError when a relative path leads out of the root
 */
export function locate(
  entry: Pick<ListEntry, "path" | "line">,
  { file, root, remap = {} }: { file: string; root: string; remap?: Readonly<Record<string, string>> },
): string {
  for (const [from, to] of Object.entries(remap)) {
    const start = from.replaceAll("\\", "/").replace(/\/$/, "");
    if (entry.path === start || entry.path.startsWith(`${start}/`)) {
      return path.join(to, entry.path.slice(start.length));
    }
  }
  if (path.isAbsolute(entry.path) || /^[A-Za-z]:\//.test(entry.path)) return path.normalize(entry.path);
  const found = path.join(root, entry.path);
  if (!path.relative(root, found).startsWith("..")) return found;
  throw new DataError(
    `"${entry.path}" leads out of the data set's folder ${root}. Remove ".." from it, or set root to a folder above.`,
    { file, line: entry.line },
  );
}
