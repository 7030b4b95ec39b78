import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { dfewLabels, type LabelSet } from "../../labels.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { DataError } from "../../../files/dataError.js";
import { gatherClips, type GatherOptions, type Opening } from "../gatherClips.js";
import { clipFromRecording } from "../video/clipFromRecording.js";
import type { VideoOptions } from "../video/fromVideos.js";
import { isVideoName } from "../../../files/videoNames.js";
import { readWrittenLabels, type LabelRules, type ReadLabel } from "../labels/labelRules.js";
import { listFolder } from "../../../files/checkFile.js";

/** Options for reading one folder per emotion. */
export interface ClassFolderOptions extends Omit<VideoOptions, "labelSet">, LabelRules, GatherOptions {
  readonly labels?: LabelSet;
}

/**
 * The clips of a folder with one subfolder per emotion ("Happy", "Sad", ...), each with videos or folders of frames.
 * @throws DataError when a folder's name matches no emotion, or there are no clips
 */
export async function clipsFromClassFolders(
  root: string,
  options: ClassFolderOptions = {},
): Promise<ClipSet> {
  const { labels = dfewLabels } = options;
  await listFolder(root, "folder of emotion folders");
  const folders = (await entriesOf(root)).filter(({ isFolder }) => isFolder).map(({ name }) => name);
  const written = folders.map((name) => ({ label: name, place: { file: path.join(root, name) } }));
  const read = readWrittenLabels(written, labels, options, root);
  const openings: Opening[] = [];
  for (const [at, name] of folders.entries()) {
    openings.push(...(await openingsOf(root, name, read[at], options)));
  }
  if (openings.some(({ open }) => open !== null)) {
    const set = await gatherClips(openings, labels, root, options);
    return set.madeBy("fromClassFolders", [root, options]);
  }
  throw new DataError(
    `it contains no clips. Expected folders named ${labels.emotions.join(", ")}, each with videos or folders of frames.`,
    { file: root },
  );
}

async function openingsOf(
  root: string,
  name: string,
  label: ReadLabel,
  options: ClassFolderOptions,
): Promise<Opening[]> {
  const { labels = dfewLabels } = options;
  const entries = await entriesOf(path.join(root, name));
  return entries
    .filter((entry) => entry.isFolder || isVideoName(entry.name))
    .map((entry) => {
      const clip = `${name}/${entry.name}`;
      if (label === undefined) return { name: clip, open: null };
      const place = path.join(root, name, entry.name);
      return { name: clip, open: () => clipFromRecording(place, entry.isFolder, { label, labels }, options) };
    });
}

/** What is in a folder and not hidden, by name; a link to a folder is one. */
async function entriesOf(folder: string): Promise<{ name: string; isFolder: boolean }[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const shown = entries
    .filter(({ name }) => !name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(
    shown.map(async (entry) => ({ name: entry.name, isFolder: await isFolder(entry, folder) })),
  );
}

async function isFolder(entry: Dirent, folder: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  const file = path.join(folder, entry.name);
  const facts = await stat(file).catch((cause: unknown) => {
    throw new DataError("this link leads nowhere. Put back what it led to, or remove it.", { file, cause });
  });
  return facts.isDirectory();
}
