import { access, readdir } from "node:fs/promises";
import path from "node:path";
import { dfewLabels, type LabelSet } from "../../labels.js";
import { ClipSet } from "../clipSet.js";
import { DataError } from "../dataError.js";
import { accessError } from "../images/checkFile.js";
import { isImageName } from "../images/frameNames.js";
import { locate, readAnnotationList, type ListEntry } from "./annotationList.js";
import { ListedClip } from "./listedClip.js";

/** How an annotation list becomes clips. */
export interface FromListOptions {
  /** The folder that the list's relative paths start at; the list's own folder by default. */
  readonly root?: string;
  /** For absolute paths of another machine: what they begin with, and what takes its place here. */
  readonly remap?: Readonly<Record<string, string>>;
  /** What label numbers refer to; DFEW's seven emotions by default. */
  readonly labels?: LabelSet;
  /** The number of the first emotion in the list. @default 0 */
  readonly firstLabel?: number;
  /** Clips with fewer frames are left out, as the published reader does (SPEC.md, section 2). @default 16 */
  readonly atLeast?: number;
  /** Who is seen in a clip, by its path in the list. */
  readonly identity?: (path: string) => string | null;
  /**
   * Looks into every folder now and compares the number of images; otherwise a folder is looked into when its
   * clip is first read, and only the first folder is looked for now. @default false
   */
  readonly checkFrames?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * The clips of an annotation list whose lines are `path frames label` (SPEC.md, section 2).
 * @throws DataError naming the file and line at fault
 */
export async function clipsFromList(file: string, options: FromListOptions = {}): Promise<ClipSet> {
  const { labels = dfewLabels, atLeast = 16, identity, signal } = options;
  const entries = await readAnnotationList(file, { labels, firstLabel: options.firstLabel, signal });
  const kept = entries.filter((entry) => entry.frames >= atLeast);
  if (kept.length === 0) {
    throw new DataError(
      `all ${entries.length} clips have fewer than ${atLeast} frames. Pass a smaller atLeast.`,
      {
        file,
      },
    );
  }
  const place = { file, root: path.resolve(options.root ?? path.dirname(file)), remap: options.remap };
  const folders = kept.map((entry) => locate(entry, place));
  await checkFirst(folders[0], kept[0], file);
  if (options.checkFrames) await checkAll(folders, kept, file, signal);
  const clips = kept.map(
    (entry, index) => new ListedClip(folders[index], entry, identity?.(entry.path) ?? null),
  );
  return new ClipSet(clips, labels);
}

async function checkFirst(folder: string, entry: ListEntry, file: string): Promise<void> {
  await access(folder).catch(() => {
    throw new DataError(
      `the folder of its first clip is not there: ${folder}. Set root to the folder that "${entry.path}" lies in, ` +
        'or remap, e.g. { "D:/DFEW": "/data/DFEW" }.',
      { file, line: entry.line },
    );
  });
}

async function checkAll(
  folders: readonly string[],
  entries: readonly ListEntry[],
  file: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const [index, folder] of folders.entries()) {
    signal?.throwIfAborted();
    const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== "ENOENT") throw accessError(folder, cause);
      throw new DataError(`the folder ${folder} is not there.`, { file, line: entries[index].line });
    });
    const images = names.filter(isImageName).length;
    if (images >= entries[index].frames) continue;
    throw new DataError(`${folder} holds ${images} images, but the list says ${entries[index].frames}.`, {
      file,
      line: entries[index].line,
    });
  }
}
