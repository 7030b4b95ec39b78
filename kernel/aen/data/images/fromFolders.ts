import { readdir } from "node:fs/promises";
import path from "node:path";
import { dfewLabels, type LabelSet } from "../../labels.js";
import type { Clip } from "../clip.js";
import { ClipSet } from "../clipSet.js";
import { DataError } from "../dataError.js";
import { clipFromVideo, type VideoOptions } from "../video/fromVideos.js";
import { labelIndex } from "../video/labelIndex.js";
import { listFolder } from "./checkFile.js";
import { clipFromFolder } from "./fromFolder.js";

/** How a folder for each emotion becomes clips. */
export interface ClassFolderOptions extends Omit<VideoOptions, "labelSet"> {
  readonly labels?: LabelSet;
  /** For folders that are not named as the emotions are: folder name to emotion; null leaves a folder out. */
  readonly labelMap?: Readonly<Record<string, string | null>>;
}

/**
 * A folder that holds a folder for each emotion ("Happy", "Sad", ...), each with videos or folders of frames.
 * @throws DataError when a folder is named after no emotion, or there are no clips
 */
export async function clipsFromClassFolders(
  root: string,
  options: ClassFolderOptions = {},
): Promise<ClipSet> {
  const { labels = dfewLabels, labelMap = {} } = options;
  await listFolder(root, "folder of emotion folders");
  const folders = (await readdir(root, { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith("."),
  );
  const clips: Clip[] = [];
  for (const { name } of folders.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const emotion = name in labelMap ? labelMap[name] : name;
    if (emotion === null) continue;
    const label = labelIndex(emotion, labels, { file: path.join(root, name) });
    clips.push(...(await clipsOf(path.join(root, name), label, options, labels)));
  }
  if (clips.length > 0) return new ClipSet(clips, labels);
  throw new DataError(
    `it holds no clip. Expected are folders named ${labels.emotions.join(", ")}, each with videos or folders of frames.`,
    { file: root },
  );
}

async function clipsOf(
  folder: string,
  label: number | null,
  options: ClassFolderOptions,
  labels: LabelSet,
): Promise<Clip[]> {
  const clips: Clip[] = [];
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const place = path.join(folder, entry.name);
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) clips.push(await clipFromFolder(place, { label, labels }));
    else if (isVideoName(entry.name))
      clips.push(await clipFromVideo(place, { ...options, label, labelSet: labels }));
  }
  return clips;
}

/** Whether a file name looks like a video. */
export function isVideoName(name: string): boolean {
  return /\.(mp4|m4v|mov|avi|mkv|webm|flv|mpe?g|wmv|ts|3gp|ogv|gif)$/i.test(name);
}
