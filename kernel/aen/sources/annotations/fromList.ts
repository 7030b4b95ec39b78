import { access, readdir } from "node:fs/promises";
import path from "node:path";
import { dfewLabels, type LabelSet } from "../../labels.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { DataError } from "../../../files/dataError.js";
import { accessError } from "../../../files/checkFile.js";
import { remark } from "../../host/remark.js";
import { gatherClips, type GatherOptions } from "../gathering/gatherClips.js";
import { framesAmong } from "../images/framesAmong.js";
import type { LabelRules } from "../labels/labelRules.js";
import { readPaths, withPath } from "../labels/pathFacts.js";
import type { PathPattern } from "../labels/pathPattern.js";
import { rejectRepetitions } from "../labels/rejectRepetitions.js";
import { locate } from "../labels/rowPlace.js";
import { readAnnotationList, type ListEntry } from "./annotationList.js";
import { ListedClip } from "./listedClip.js";

/** Options for reading an annotation list. */
export interface FromListOptions extends LabelRules, GatherOptions {
  /** The folder that the list's relative paths start at; the list's own folder by default. */
  readonly root?: string;
  /** For absolute paths from another machine: a path prefix and its replacement on this one. */
  readonly remap?: Readonly<Record<string, string>>;
  /** What label numbers refer to; DFEW's seven emotions by default. */
  readonly labels?: LabelSet;
  /** The person shown in each clip, by its path in the list. */
  readonly identity?: (path: string) => string | null;
  /** What the list's paths say of people and groups, e.g. `"{identity}/*"`. */
  readonly pattern?: PathPattern;
  /**
   * Look at every folder and every frame now; otherwise frames are read when their clip is first used, folders are listed
   * for copies, and only the first has to be there. @default false
   */
  readonly checkFrames?: boolean;
}

/**
 * The clips of an annotation list whose lines are `path frames label` (SPEC.md, section 2).
 * @throws DataError naming the offending file and line
 */
export async function clipsFromList(file: string, options: FromListOptions = {}): Promise<ClipSet> {
  const { labels = dfewLabels, atLeast = 16, identity } = options;
  const entries = await readAnnotationList(file, { ...options, labels });
  const place = { file, root: path.resolve(options.root ?? path.dirname(file)), remap: options.remap };
  const listed = entries.map((entry) => ({ entry, folder: locate(entry, place) }));
  rejectRepetitions(
    entries,
    listed.map(({ folder }) => folder),
    file,
  );
  const used = listed.filter(({ entry }) => entry.label !== undefined && entry.frames >= atLeast);
  if (used.length > 0) await checkFirst(used[0].folder, used[0].entry, file);
  const { facts, remarks } = readPaths(
    entries.map((entry) => entry.path),
    options.pattern,
  );
  remarks.forEach(remark);
  const openings = listed.map(({ entry, folder }, at) => {
    const { label } = entry;
    const open = async () => {
      if (options.checkFrames) await checkFolder(folder, entry, file);
      const said = withPath({ identity: identity?.(entry.path) || null }, facts[at]);
      return new ListedClip(folder, { ...entry, label: label! }, said.identity, said.groups);
    };
    return { name: entry.path, open: label === undefined ? null : open };
  });
  const set = await gatherClips(openings, labels, file, { ...options, atLeast });
  return set.madeBy("fromList", [file, options], [file]);
}

async function checkFirst(folder: string, entry: ListEntry, file: string): Promise<void> {
  await access(folder).catch(() => {
    throw new DataError(
      `the folder of its first clip does not exist: ${folder}. Set root to the folder that contains "${entry.path}", ` +
        'or set remap, e.g. { "D:/DFEW": "/data/DFEW" }.',
      { file, line: entry.line },
    );
  });
}

async function checkFolder(folder: string, entry: ListEntry, file: string): Promise<void> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "ENOENT") throw accessError(folder, cause);
    throw new DataError(`the folder ${folder} does not exist.`, { file, line: entry.line });
  });
  const images = framesAmong(names, folder).length;
  if (images >= entry.frames) return;
  throw new DataError(`${folder} contains ${images} images, but the list says ${entry.frames}.`, {
    file,
    line: entry.line,
  });
}
