import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { dfewLabels, type LabelSet } from "../../labels.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { DataError } from "../../../files/dataError.js";
import { withFaceShare } from "../../clips/leftOutByFaces.js";
import { remark } from "../../host/remark.js";
import { gatherClips, type GatherOptions } from "../gathering/gatherClips.js";
import { readPaths, withPath } from "../labels/pathFacts.js";
import type { PathPattern } from "../labels/pathPattern.js";
import { recordingId } from "../labels/recordingId.js";
import { clipFromRecording } from "../video/clipFromRecording.js";
import type { VideoOptions } from "../video/fromVideos.js";
import type { DatasetClip, PublishedDataset } from "./publishedDataset.js";
import { publishedDatasets } from "./publishedDatasets.js";
import { readDataset, type DatasetPart } from "./readDataset.js";

/** Options for reading a published data set. */
export interface FromDatasetOptions extends DatasetPart, VideoOptions, GatherOptions {
  /** The clips' folder, relative to the data set's; for DFEW and FERV39k the folder with the folders of frames. */
  readonly clips?: string;
  /** What the clips' paths in the data set say of people and groups where it names none, e.g. `"{identity}/*"`. */
  readonly pattern?: PathPattern;
  /** Read only the first clips of each emotion. */
  readonly perEmotion?: number;
}

/**
 * A published data set by name. Labels are mapped onto the seven emotions (MAFW's onto its eleven), or onto those of
 * `labelSet`; clips with any other label are left out. `aen.clips.datasets` lists the names and label maps. Folders of
 * frames are used as they are; in videos the face is detected and cached. A clip that is missing or cannot be used is
 * left out and named, unless onProblem is "stop".
 * @param base the folder that clips' ids are relative to; without it an id is the clip's place
 * @throws DataError when the name is unknown or the files are not where the data set keeps them
 */
export async function clipsFromDataset(
  name: string,
  root: string,
  options: FromDatasetOptions = {},
  base?: string,
): Promise<ClipSet> {
  const dataset = findPublished(name);
  const { labelSet: labels = dataset.labels ?? dfewLabels, atLeast = dataset.atLeast ?? 1 } = options;
  const { onProblem = "skip", faceShare, signal, perEmotion = Infinity } = options;
  const { clips, remarks } = await readDataset(dataset, root, options);
  remarks.forEach(remark);
  const wanted = mapLabels(dataset, clips, labels, perEmotion);
  const place = clipFinder(dataset, root, clips, options.clips);
  const paths = readPaths(
    wanted.map(({ clip }) => clip.path),
    options.pattern,
  );
  paths.remarks.forEach(remark);
  const openings = wanted.map(({ clip, label }, at) => {
    if (label === null) return { name: clip.path, open: null };
    const open = async () => {
      const file = place(clip);
      const said = withPath(clip, paths.facts[at]);
      const known = { id: recordingId(file, base), label, labels, ...said };
      const opened = await clipFromRecording(file, statSync(file).isDirectory(), known, options);
      return Object.assign(opened, { peopleOf: dataset.name });
    };
    return { name: clip.path, open };
  });
  const set = await gatherClips(openings, labels, root, {
    ...{ atLeast, faceShare, onProblem, signal },
    checkFrames: options.checkFrames,
  });
  return set.cautioned(dataset.repeats).madeBy("fromDataset", [name, root, withFaceShare(options, set)]);
}

/** A published data set by name, case-insensitive. */
export function findPublished(name: string): PublishedDataset {
  const dataset = publishedDatasets.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (dataset) return dataset;
  const names = publishedDatasets.map((one) => one.name).join(", ");
  throw new DataError(
    `"${name}" is not one of the data sets ${names}. For others use aen.clips.fromList or fromTable.`,
  );
}

/**
 * The clips with the index of their label, null where it is none of the emotions.
 * @param perEmotion the first clips of each emotion; the others are not returned
 * @throws DataError for a label that the data set does not have
 */
export function mapLabels(
  dataset: PublishedDataset,
  clips: readonly DatasetClip[],
  labels: LabelSet = dataset.labels ?? dfewLabels,
  perEmotion = Infinity,
): { clip: DatasetClip; label: number | null }[] {
  const counts = labels.emotions.map(() => 0);
  const names = new Map(Object.entries(dataset.labelMap).map(([code, name]) => [code.toLowerCase(), name]));
  return clips.flatMap((clip): { clip: DatasetClip; label: number | null }[] => {
    const emotion = names.get(clip.code.toLowerCase());
    if (emotion === undefined) {
      const known = Object.keys(dataset.labelMap).join(", ");
      throw new DataError(
        `${dataset.name} has the labels ${known}; "${clip.code}" of ${clip.path} is not one of them.`,
      );
    }
    const label = emotion === null ? -1 : labels.emotions.indexOf(emotion);
    if (label < 0) return [{ clip, label: null }];
    return counts[label]++ < perEmotion ? [{ clip, label }] : [];
  });
}

/**
 * Where clips are. All are looked for in one of the folders that a data set comes in, the first that has any of them, so
 * that a set does not mix frames of two kinds.
 */
function clipFinder(
  dataset: PublishedDataset,
  root: string,
  clips: readonly DatasetClip[],
  below: string | undefined,
): (clip: DatasetClip) => string {
  const folders = below === undefined ? [".", ...(dataset.clipFolders ?? [])] : [below];
  const present = folders.map((folder) => path.join(root, folder)).filter((folder) => existsSync(folder));
  const folder = present.find((one) => clips.some((clip) => find(one, clip) !== undefined));
  return (clip) => {
    const found = folder && find(folder, clip);
    if (found) return found;
    const where = folder ? `is not in ${folder}` : "does not exist";
    throw new DataError(
      `the clip ${clip.path} of ${dataset.name} ${where}. Say where its clips are, e.g. clips: "frames".`,
      { file: root },
    );
  };
}

function find(folder: string, { path: name, otherPaths = [] }: DatasetClip): string | undefined {
  return [name, ...otherPaths]
    .flatMap((one) => [one, `${one}.mp4`, `${one}.avi`])
    .map((one) => path.join(folder, one))
    .find((file) => existsSync(file));
}
