import path from "node:path";
import { dfewLabels, type LabelSet } from "../../labels.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { DataError } from "../../../files/dataError.js";
import { gatherClips, type GatherOptions, type Opening } from "../gatherClips.js";
import { clipFromRecording } from "../video/clipFromRecording.js";
import type { VideoOptions } from "../video/fromVideos.js";
import { readWrittenLabels, type LabelRules, type ReadLabel } from "../labels/labelRules.js";
import { listFolder } from "../../../files/checkFile.js";
import { folderEntries } from "../../../files/folderEntries.js";

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
  const folders = (await folderEntries(root)).filter(({ isFolder }) => isFolder).map(({ name }) => name);
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
  const entries = await folderEntries(path.join(root, name));
  return entries
    .filter((entry) => entry.isFolder || isVideoName(entry.name))
    .map((entry) => {
      const clip = `${name}/${entry.name}`;
      if (label === undefined) return { name: clip, open: null };
      const place = path.join(root, name, entry.name);
      return { name: clip, open: () => clipFromRecording(place, entry.isFolder, { label, labels }, options) };
    });
}

/** Whether a file name looks like a video. */
function isVideoName(name: string): boolean {
  return /\.(mp4|m4v|mov|avi|mkv|webm|flv|mpe?g|wmv|ts|3gp|ogv|gif)$/i.test(name);
}
