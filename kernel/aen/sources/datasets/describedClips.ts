import path from "node:path";
import { dfewLabels, LabelSet } from "../../labels.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { DataError } from "../../../files/dataError.js";
import { withFaceShare } from "../../clips/leftOutByFaces.js";
import { remark } from "../../host/remark.js";
import { changesSince, checksumsOf, withChecksums } from "./checksums.js";
import { clipsOfSource, type ReadingOptions } from "./clipsOfSource.js";
import { describeDataset } from "./describeDataset.js";
import {
  readDescription,
  requireDescription,
  requireFolderOf,
  writeDescriptionFile,
} from "./descriptionFile.js";
import { portableSource } from "./portableSource.js";
import type { DatasetDescription, DatasetSource } from "../../clips/datasetDescription.js";

/** Options for opening a described data set. */
export interface DescribedOptions extends ReadingOptions {
  /** Accept clips that no longer match the content hash. @default false */
  readonly allowChanged?: boolean;
  /** Read every byte of the clips' files and compare it with what was described. @default false */
  readonly verify?: boolean;
}

/** Options for describing a data set. */
export interface DescribeOptions extends ReadingOptions {
  /** @default the name of the description's folder */
  readonly name?: string;
  /** @default DFEW's seven emotions, or a published data set's own */
  readonly labels?: LabelSet;
  /** Read every byte of the clips' files and keep checksums, so that the data can be verified. @default true */
  readonly checksums?: boolean;
}

/**
 * The clips of a data set described by a JSON file (see {@link writeDescription}). Paths are compared, the number of frames,
 * sizes, labels, people and groups; with `verify` also every byte of the clips' files.
 * @throws DataError when the file is not a description, or the data are not the ones described
 */
export async function clipsFromDescription(file: string, options: DescribedOptions = {}): Promise<ClipSet> {
  const description = await readDescription(file);
  const { source, emotions, groups, contentHash, name, leftOut } = description;
  if (!source) {
    throw new DataError('it does not say where its clips are. Add "source", e.g. a format and a path.', {
      file,
    });
  }
  const known = asDescribed(source);
  const read = await clipsOfSource(known, path.dirname(file), labelSet(emotions, groups, file), options);
  const clips = source.format === "import" && leftOut ? read.leavingOut(leftOut) : read;
  if (clips.contentHash !== contentHash) {
    if (!options.allowChanged) throw changed(clips, description, file);
    remark(
      `${file}: these are not the clips that it describes (${clips.length} instead of ${description.clips}, or others), ` +
        "and are used all the same.",
    );
  }
  if (options.verify) await verify(clips, description, file, options);
  return clips
    .describedBy(describeDataset(clips, { name, source }))
    .madeBy("fromDescription", [file, options], [file]);
}

function changed(clips: ClipSet, { version, clips: count, contentHash }: DatasetDescription, file: string) {
  const again = "describe them again with aen.clips.writeDescription, or pass allowChanged: true";
  if (version === 1) {
    return new DataError(
      "it was written by an earlier version, which compared absolute paths, too: whether the data have changed cannot be " +
        `told. If they are the same, ${again}.`,
      { file },
    );
  }
  return new DataError(
    `the data have changed since they were described: ${clips.length} clips instead of ${count}` +
      `, content hash ${clips.contentHash.slice(0, 12)} instead of ${contentHash.slice(0, 12)}. Restore them, ${again}.`,
    { file },
  );
}

async function verify(
  clips: ClipSet,
  { checksums }: DatasetDescription,
  file: string,
  { signal, allowChanged }: DescribedOptions,
): Promise<void> {
  if (!checksums) {
    throw new DataError(
      "it has no checksums to compare with. Describe the data again, without checksums: false.",
      {
        file,
      },
    );
  }
  const changes = changesSince(checksums, await checksumsOf(clips, signal));
  if (changes.length === 0) return;
  const shown = changes.slice(0, 5).map(({ clip, reason }) => `${clip} (${reason})`);
  const more = changes.length > 5 ? ` and ${changes.length - 5} more` : "";
  const what = `${changes.length} of ${clips.length} clips have changed since they were described: ${shown.join(", ")}${more}.`;
  if (!allowChanged) throw new DataError(`${what} Restore them, or describe them again.`, { file });
  remark(`${file}: ${what}`);
}

/**
 * Reads the clips of a source and writes a JSON file that describes them, for {@link clipsFromDescription}.
 * Paths in the source are relative to that file, so its folder must already exist; absolute ones are made so.
 * @returns the clips, which carry the description
 * @throws DataError when the folder is missing, the source has an entry that a description cannot hold, the clips cannot be
 *   read or the file cannot be written
 */
export async function writeDescription(
  file: string,
  source: DatasetSource,
  options: DescribeOptions = {},
): Promise<ClipSet> {
  const folder = path.dirname(path.resolve(file));
  const { labels, name = path.basename(folder) || "data set" } = options;
  requireFolderOf(file);
  const kept = portableSource(withoutGaps(source), folder);
  requireDescription({ ...blank, name, source: kept }, file, "A description cannot hold it.");
  const clips = await clipsOfSource(kept, folder, labels, options);
  const description = describeDataset(clips, { name, source: toDescribe(kept, clips), folder });
  writeDescriptionFile(
    file,
    options.checksums === false ? description : await withChecksums(description, clips, options.signal),
  );
  return clips.describedBy(description).madeBy("fromDescription", [file, {}], [file]);
}

/** What a description holds besides name and source, to check these before any clip is read. */
const blank = {
  ...{ kind: "aen dataset", version: 2, clips: 0, emotions: dfewLabels.emotions, groups: {} },
  contentHash: "0".repeat(64),
} as const;

/** A description without a share of frames with a face, as earlier versions wrote them, leaves no clip out by it. */
function asDescribed(source: DatasetSource): DatasetSource {
  return hasFaces(source) ? { faceShare: 0, ...source } : source;
}

/** The source with the share of frames with a face by which clips were left out. */
function toDescribe(source: DatasetSource, clips: ClipSet): DatasetSource {
  return hasFaces(source) ? withFaceShare(source, clips) : source;
}

/** Whether reading a source may search for faces. */
function hasFaces(source: DatasetSource): source is Exclude<DatasetSource, { format: "list" | "import" }> {
  return source.format !== "list" && source.format !== "import";
}

/** Without the options that are undefined. */
function withoutGaps(source: DatasetSource): DatasetSource {
  return Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined),
  ) as unknown as DatasetSource;
}

function labelSet(emotions: readonly string[], groups: DatasetDescription["groups"], file: string): LabelSet {
  const known = describeGroups(dfewLabels);
  if (JSON.stringify([emotions, groups]) === JSON.stringify([dfewLabels.emotions, known])) return dfewLabels;
  try {
    return new LabelSet(emotions, groups);
  } catch (cause) {
    throw new DataError((cause as Error).message, { file, cause });
  }
}

function describeGroups({ emotions, groups }: LabelSet): DatasetDescription["groups"] {
  return Object.fromEntries(groups.map((group) => [group.name, group.emotions.map((one) => emotions[one])]));
}
