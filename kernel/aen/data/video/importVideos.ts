import { mkdir } from "node:fs/promises";
import path from "node:path";
import { writeWhole } from "../../../files/writeWhole.js";
import { workUntil } from "../../caller.js";
import { dfewLabels } from "../../labels.js";
import type { Clip } from "../clip.js";
import { ClipSet } from "../clipSet.js";
import { DataError } from "../dataError.js";
import { describeDataset } from "../datasets/datasetDescription.js";
import { expandFiles } from "./expandFiles.js";
import { readLabels, type VideosOptions } from "./fromVideos.js";
import { writeError, type FrameFormat } from "./frameWriter.js";
import { importClip } from "./importClip.js";
import { importedClip, recipeOf, safeName } from "./importedClip.js";
import { labelIndex } from "./labelIndex.js";

/** How videos become folders of frames. */
export interface ImportOptions extends Omit<VideosOptions, "cache"> {
  /** The folder to write into; made when it is not there. */
  readonly to: string;
  /** @default "jpeg" */
  readonly format?: FrameFormat;
  /** Makes frames smaller so that neither side is longer than this many pixels. @default 1280 */
  readonly longestSide?: number;
  /** Goes on with the next video when one cannot be used; what failed is in {@link Imported.failed}. @default false */
  readonly keepGoing?: boolean;
}

/** What an import made. */
export interface Imported {
  readonly clips: ClipSet;
  /** The annotation list, `list.txt`: one line `folder frames label` a clip, label -1 for none. */
  readonly list: string;
  /** The description of the data set, `dataset.json`; `aen.clips.from` reads it. */
  readonly description: string;
  readonly failed: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * Turns videos into folders of frames, an annotation list and a description. Every clip appears whole or not at
 * all; an import that was stopped goes on where it was when it is started again, and does nothing over.
 * @throws DataError naming the video that cannot be used; everything before it is kept
 */
export function importVideos(files: string | readonly string[], options: ImportOptions): Promise<Imported> {
  return workUntil(options.signal, (signal) => importAll(files, { ...options, signal }));
}

async function importAll(files: string | readonly string[], options: ImportOptions): Promise<Imported> {
  const found = await expandFiles(files);
  const names = clipNames(found);
  const labelSet = options.labelSet ?? dfewLabels;
  const labels = await readLabels(options.labels);
  const recipe = recipeOf(options, options.format ?? "jpeg");
  const clips: Clip[] = [];
  const failed: { file: string; reason: string }[] = [];
  const { onProgress, signal } = options;
  await makeFolder(options.to);
  for (const [index, file] of found.entries()) {
    try {
      const label = labelIndex(labels(file), labelSet, { file });
      const folder = path.join(options.to, names[index]);
      const run = { fileNumber: index + 1, fileCount: found.length, onProgress, signal };
      const record = await importClip(file, folder, recipe, run);
      clips.push(
        importedClip(folder, record, { id: names[index], label, identity: options.identity?.(file) }),
      );
    } catch (error) {
      if (!options.keepGoing || !(error instanceof DataError)) throw error;
      failed.push({ file, reason: error.message });
    }
  }
  if (clips.length === 0) throw new DataError(`no video could be imported. ${failed[0].reason}`);
  const set = new ClipSet(clips, labelSet);
  const list = writeInto(options.to, "list.txt", clips.map(listLine).join(""));
  const people = Object.fromEntries(clips.flatMap(({ id, identity }) => (identity ? [[id, identity]] : [])));
  const description = describeDataset(set, {
    name: path.basename(path.resolve(options.to)),
    source: { format: "import", path: ".", people },
  });
  const described = writeInto(options.to, "dataset.json", `${JSON.stringify(description, null, 2)}\n`);
  return { clips: set.describedBy(description), list, description: described, failed };
}

function listLine({ id, frameCount, label }: Clip): string {
  return `${id} ${frameCount} ${label ?? -1}\n`;
}

/** A folder name for each video: its own name; where two are the same, the folder's before it. */
export function clipNames(files: readonly string[]): string[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const parts = path.resolve(file).split(path.sep);
    const stem = path.parse(file).name;
    const parent = parts[parts.length - 2];
    const choices = [stem, `${parent}_${stem}`, `${parent}_${path.basename(file)}`].map(safeName);
    let name = choices.find((choice) => !taken.has(choice.toLowerCase()));
    for (let number = 2; name === undefined; number++) {
      const numbered = `${choices[0]}-${number}`;
      if (!taken.has(numbered.toLowerCase())) name = numbered;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw writeError(folder, error);
  });
}

function writeInto(folder: string, name: string, text: string): string {
  const file = path.join(folder, name);
  try {
    writeWhole(file, text);
    return file;
  } catch (error) {
    throw writeError(file, error);
  }
}
