import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { dfewLabels } from "../../labels.js";
import type { Clip } from "../clip.js";
import { ClipSet } from "../clipSet.js";
import { DataError } from "../dataError.js";
import { clipFromFolder } from "../images/fromFolder.js";
import { clipFromVideo, type VideoOptions } from "../video/fromVideos.js";
import { datasetPresets, type DatasetClip, type DatasetPreset } from "./presets.js";
import { readDataset, type DatasetPart } from "./readDataset.js";

/** How a published data set becomes clips. */
export interface FromDatasetOptions extends DatasetPart, VideoOptions {
  /** The folder, below the data set's own, that the clips lie in; for DFEW and FERV39k the folders of frames. */
  readonly clips?: string;
  /** Reads only the first clips of each emotion. */
  readonly perEmotion?: number;
}

/**
 * A published data set by name: DFEW, FERV39k, AFEW, CAER, MELD, RAVDESS or CREMA-D. Labels are mapped onto the
 * seven emotions; clips whose label is none of them are left out (see {@link datasetTable}). Folders of frames
 * are taken as they are; in videos the face is found and kept in the cache.
 * @throws DataError when the name is unknown or the files are not where the data set keeps them
 */
export async function clipsFromDataset(
  name: string,
  root: string,
  options: FromDatasetOptions = {},
): Promise<ClipSet> {
  const preset = findPreset(name);
  const wanted = choose(preset, await readDataset(preset, root, options), options.perEmotion ?? Infinity);
  const clips: Clip[] = [];
  for (const { clip, label } of wanted) {
    options.signal?.throwIfAborted();
    const file = findClip(preset, root, clip, options.clips);
    const known = { label, identity: clip.identity };
    clips.push(
      statSync(file).isDirectory()
        ? await clipFromFolder(file, known)
        : await clipFromVideo(file, { ...options, ...known, labelSet: dfewLabels }),
    );
  }
  return new ClipSet(clips, dfewLabels);
}

/** A preset by its name, in any letter case. */
export function findPreset(name: string): DatasetPreset {
  const preset = datasetPresets.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (preset) return preset;
  const names = datasetPresets.map((one) => one.name).join(", ");
  throw new DataError(
    `"${name}" is none of the data sets ${names}. For others use aen.clips.fromList or fromTable.`,
  );
}

/** The clips whose label is one of the seven, with its index. */
export function choose(
  preset: DatasetPreset,
  clips: readonly DatasetClip[],
  perEmotion = Infinity,
): { clip: DatasetClip; label: number }[] {
  const counts = dfewLabels.emotions.map(() => 0);
  const names = new Map(Object.entries(preset.labelMap).map(([code, name]) => [code.toLowerCase(), name]));
  return clips.flatMap((clip) => {
    const emotion = names.get(clip.code.toLowerCase());
    if (emotion === undefined) {
      const known = Object.keys(preset.labelMap).join(", ");
      throw new DataError(
        `${preset.name} has the labels ${known}; "${clip.code}" of ${clip.path} is none of them.`,
      );
    }
    if (emotion === null) return [];
    const label = dfewLabels.emotionIndex(emotion);
    return counts[label]++ < perEmotion ? [{ clip, label }] : [];
  });
}

function findClip(preset: DatasetPreset, root: string, clip: DatasetClip, below: string | undefined): string {
  const folders = below === undefined ? [".", ...clipFolders] : [below];
  const names = folders.map((folder) => path.join(root, folder, clip.path));
  const candidates = [...names, ...names.map((file) => `${file}.mp4`)];
  const found = candidates.find((file) => existsSync(file));
  if (found) return found;
  throw new DataError(
    `the clip ${clip.path} of ${preset.name} is not there. Say where its clips lie, e.g. clips: "frames".`,
    { file: root },
  );
}

/** Where the distributions keep folders of frames, below the data set's folder. */
const clipFolders = [
  ...["data", "Clip/clip_224x224", "clip_224x224", "Clip/clip_224x224_16f", "Clip/original"], // DFEW
  "2_ClipsforFaceCrop", // FERV39k
  ...["train", "dev", "test", "MELD.Raw", "MELD.Raw/train", "MELD.Raw/dev", "MELD.Raw/test"], // MELD
];
