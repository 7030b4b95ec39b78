import { mkdir } from "node:fs/promises";
import path from "node:path";
import { writeAtomically } from "../../../files/writeAtomically.js";
import { workUntil } from "../../host/cancellation.js";
import { dfewLabels } from "../../labels.js";
import type { Clip } from "../../clips/clip.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { remark } from "../../host/remark.js";
import { gatherClips, type Opening } from "../gathering/gatherClips.js";
import type { DatasetSource } from "../../clips/datasetDescription.js";
import { withChecksums } from "./checksums.js";
import { writeDescriptionFile } from "./descriptionFile.js";
import { describeDataset } from "./describeDataset.js";
import { checkVideoOptions } from "../video/checkVideoOptions.js";
import { expandFiles } from "../video/expandFiles.js";
import { labelVideos, type LabelledVideo } from "../labels/videoLabels.js";
import type { VideosOptions } from "../video/fromVideos.js";
import type { FrameFormat } from "../video/frameWriter.js";
import { importWriteError } from "../video/importWriteError.js";
import { recipeOf } from "../video/clipRecord.js";
import { clipNames } from "../video/folderNames.js";
import { whileImporting } from "../video/importLock.js";
import { importClip } from "../video/importClip.js";
import { personOfVideos } from "../video/personOfVideos.js";
import { openVideo } from "../video/videoFile.js";

/** Options for importing videos. */
export interface ImportOptions extends Omit<VideosOptions, "cache"> {
  /** The folder to write to; created if missing. */
  readonly to: string;
  /** @default "jpeg" */
  readonly format?: FrameFormat;
  /** Downscale frames so that neither side is longer than this many pixels. @default 1280 */
  readonly longestSide?: number;
  /** The same as `onProblem: "skip"`: videos that cannot be used are listed in {@link Imported.failed}. @default false */
  readonly keepGoing?: boolean;
}

/** The result of an import. */
export interface Imported {
  readonly clips: ClipSet;
  /** The annotation list, `list.txt`: one line `folder frames label` per clip, label -1 if unlabelled. */
  readonly list: string;
  /** The description of the data set, `dataset.json`; `aen.clips.from` reads it. */
  readonly description: string;
  /** The videos that are not among the clips: unusable ones, and those of which too few frames show a face. */
  readonly failed: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * Converts videos to folders of frames, an annotation list and a description. Every clip is written completely or
 * not at all; restarting an interrupted import resumes where it stopped, without repeating any work.
 * @throws DataError naming the video that cannot be used; all earlier clips are kept
 */
export function importVideos(files: string | readonly string[], options: ImportOptions): Promise<Imported> {
  return workUntil(options.signal, async (signal) => {
    checkVideoOptions({ ...options, person: undefined }); // a choice by video is checked with the names
    const { to, labelSet = dfewLabels, atLeast, faceShare, checkFrames } = options;
    const { onProblem = options.keepGoing ? "skip" : "stop" } = options;
    const { videos, remarks } = await labelVideos(await expandFiles(files), options, labelSet);
    remarks.forEach(remark);
    await makeFolder(to);
    const openings = openingsOf(videos, { ...options, signal });
    const set = await gatherClips(openings, labelSet, to, {
      ...{ atLeast, faceShare, onProblem, checkFrames, signal },
    });
    const failed = set.leftOut.map(({ clip, reason }) => ({ file: clip, reason }));
    const person = options.faces === false ? undefined : options.person;
    const write = () => writeDataset(set, { to, person, signal });
    return { ...(await whileImporting(path.join(to, "dataset.json"), signal, write)), failed };
  });
}

function openingsOf(videos: readonly LabelledVideo[], options: ImportOptions): Opening[] {
  const { to, format = "jpeg", onProgress, signal } = options;
  const names = clipNames(videos.map(({ file }) => file));
  const persons = personOfVideos(
    videos.map(({ file }) => file),
    options.person,
  );
  return videos.map(({ file, ...known }, index) => ({
    name: file,
    open: async () => {
      const facts = { id: names[index], ...known };
      const run = { fileNumber: index + 1, fileCount: videos.length, onProgress, signal };
      const recipe = recipeOf({ ...options, person: persons.get(file) }, format);
      return importClip(await openVideo(file), path.join(to, names[index]), recipe, facts, run);
    },
  }));
}

/** Writes the annotation list and the description next to the folders of frames. */
async function writeDataset(
  set: ClipSet,
  { to, person, signal }: Pick<ImportOptions, "to" | "person" | "signal">,
): Promise<Omit<Imported, "failed">> {
  const { clips } = set;
  const list = writeInto(to, "list.txt", clips.map(listLine).join(""));
  const name = path.basename(path.resolve(to)) || "data set";
  const dataset = describeDataset(set, {
    name,
    source: importSource(clips, person),
    folder: path.resolve(to),
  });
  const description = path.join(to, "dataset.json");
  writeDescriptionFile(description, await withChecksums(dataset, set, signal));
  const described = set.describedBy(dataset).madeBy("fromDescription", [description, {}], [description]);
  return { clips: described, list, description };
}

function importSource(clips: readonly Clip[], person: ImportOptions["person"]): DatasetSource {
  const people = clips.flatMap(({ id, identity }) => (identity === null ? [] : [[id, identity] as const]));
  const groups = clips.flatMap(({ id, groups: of = {} }) =>
    Object.keys(of).length > 0 ? [[id, of] as const] : [],
  );
  return {
    format: "import",
    path: ".",
    people: Object.fromEntries(people),
    ...(person !== undefined && { person }),
    ...(groups.length > 0 && { groups: Object.fromEntries(groups) }),
  };
}

function listLine({ id, frameCount, label }: Clip): string {
  return `${id} ${frameCount} ${label ?? -1}\n`;
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw importWriteError(folder, error);
  });
}

function writeInto(folder: string, name: string, text: string): string {
  const file = path.join(folder, name);
  try {
    writeAtomically(file, text);
    return file;
  } catch (error) {
    throw importWriteError(file, error);
  }
}
