import path from "node:path";
import { dfewLabels, type LabelSet } from "../../labels.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { DataError } from "../../../files/dataError.js";
import { withFaceShare } from "../../clips/leftOutByFaces.js";
import { remark } from "../../host/remark.js";
import { gatherClips, type GatherOptions, type Opening } from "../gathering/gatherClips.js";
import { clipFromRecording } from "../video/clipFromRecording.js";
import type { VideoOptions } from "../video/fromVideos.js";
import { isVideoName } from "../../../files/videoNames.js";
import { readWrittenLabels, type LabelRules, type ReadLabel } from "../labels/labelRules.js";
import { readPaths, withPath } from "../labels/pathFacts.js";
import { compilePattern, factsOfPaths, fieldsOf, type PathPattern } from "../labels/pathPattern.js";
import { recordingId } from "../labels/recordingId.js";
import { listFolder } from "../../../files/checkFile.js";
import { recordingsBelow, type Recording } from "./recordingsBelow.js";
import { folderEntries, foldersAmong } from "../../../files/folderEntries.js";

/** Options for reading one folder per emotion. */
export interface ClassFolderOptions extends Omit<VideoOptions, "labelSet">, LabelRules, GatherOptions {
  readonly labels?: LabelSet;
  /**
   * What paths below the folder say of people and groups, e.g. `"{label}/{identity}_*"`. A pattern with `{label}` also says
   * which folders name emotions, e.g. `"{identity}/{label}/*"`; without one they are those right below the folder.
   */
  readonly pattern?: PathPattern;
}

/** A recording with the label that its folder names. */
interface Found extends Recording {
  readonly label: ReadLabel;
}

/**
 * The clips of a folder with one subfolder per emotion ("Happy", "Sad", ...), each with videos or folders of frames.
 * @param base the folder that clips' ids are relative to; without it an id is the clip's place
 * @throws DataError when a folder's name matches no emotion, a path does not fit the pattern, or there are no clips
 */
export async function clipsFromClassFolders(
  root: string,
  options: ClassFolderOptions = {},
  base?: string,
): Promise<ClipSet> {
  const { labels = dfewLabels, pattern } = options;
  await listFolder(root, "folder of emotion folders");
  const byPattern = pattern !== undefined && fieldsOf(compilePattern(pattern)).includes("label");
  const found = byPattern ? await foundByPattern(root, pattern, options) : await foundByFolder(root, options);
  if (found.some(({ label }) => label !== undefined)) {
    const set = await gatherClips(openingsOf(root, found, options, base), labels, root, options);
    return set.madeBy("fromClassFolders", [root, withFaceShare(options, set)]);
  }
  throw new DataError(
    `it contains no clips. Expected folders named ${labels.emotions.join(", ")}, each with videos or folders of frames.`,
    { file: root },
  );
}

/** The recordings right below the folders of emotions. */
async function foundByFolder(root: string, options: ClassFolderOptions): Promise<Found[]> {
  const { labels = dfewLabels } = options;
  const folders = foldersAmong(await folderEntries(root), root);
  const written = folders.map((name) => ({ label: name, place: { file: path.join(root, name) } }));
  const read = readWrittenLabels(written, labels, options, root);
  const found: Found[] = [];
  for (const [at, folder] of folders.entries()) {
    const entries = await folderEntries(path.join(root, folder));
    const recordings = entries.filter(
      ({ name, isFolder, leadsNowhere }) => isFolder || leadsNowhere || isVideoName(name),
    );
    const labelled = recordings.map(({ name, isFolder }) => {
      return { path: `${folder}/${name}`, isFolder, label: read[at] };
    });
    found.push(...labelled);
  }
  return found;
}

/** The recordings at any depth; all must fit the pattern. */
async function foundByPattern(
  root: string,
  pattern: PathPattern,
  options: ClassFolderOptions,
): Promise<Found[]> {
  const { labels = dfewLabels } = options;
  const compiled = compilePattern(pattern);
  const recordings = await recordingsBelow(root);
  const said = factsOfPaths(
    recordings.map(({ path: name }) => name),
    compiled,
  );
  const written = recordings.map(({ path: name }, at) => {
    const file = path.join(root, name);
    const facts = said[at];
    if (facts) return { label: facts.label, place: { file } };
    throw new DataError(
      `"${name}" does not fit the pattern ${String(pattern)}. Move it, or widen the pattern.`,
      {
        file,
      },
    );
  });
  const read = readWrittenLabels(written, labels, options, root);
  return recordings.map((recording, at) => ({ ...recording, label: read[at] }));
}

function openingsOf(
  root: string,
  found: readonly Found[],
  options: ClassFolderOptions,
  base: string | undefined,
): Opening[] {
  const { labels = dfewLabels, pattern } = options;
  const { facts, remarks } = readPaths(
    found.map(({ path: name }) => name),
    pattern,
  );
  remarks.forEach(remark);
  return found.map(({ path: name, isFolder, label }, at) => {
    if (label === undefined) return { name, open: null };
    const place = path.join(root, name);
    const known = { id: recordingId(place, base), label, labels, ...withPath({ identity: null }, facts[at]) };
    return { name, open: () => clipFromRecording(place, isFolder, known, options) };
  });
}
