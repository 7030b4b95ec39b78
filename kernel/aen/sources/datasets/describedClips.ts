import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { writeAtomically } from "../../../files/writeAtomically.js";
import { dfewLabels, LabelSet } from "../../labels.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { DataError } from "../../../files/dataError.js";
import { withFaceShare } from "../../clips/leftOutByFaces.js";
import { checkFile } from "../../../files/checkFile.js";
import { importWriteError } from "../video/importWriteError.js";
import { clipsOfSource, type ReadingOptions } from "./clipsOfSource.js";
import { describeDataset } from "./describeDataset.js";
import { datasetSchema } from "./datasetSchema.js";
import type { DatasetDescription, DatasetSource } from "../../clips/datasetDescription.js";

/** Options for opening a described data set. */
export interface DescribedOptions extends ReadingOptions {
  /** Accept clips that no longer match the content hash. @default false */
  readonly allowChanged?: boolean;
}

/** Options for describing a data set. */
export interface DescribeOptions extends ReadingOptions {
  /** @default the name of the description's folder */
  readonly name?: string;
  /** @default DFEW's seven emotions */
  readonly labels?: LabelSet;
}

/**
 * The clips of a data set described by a JSON file (see {@link writeDescription}).
 * @throws DataError when the file is not a description, or the data are not the ones described
 */
export async function clipsFromDescription(file: string, options: DescribedOptions = {}): Promise<ClipSet> {
  const description = await readDescription(file);
  const { source, emotions, groups, contentHash } = description;
  if (!source) {
    throw new DataError('it does not say where its clips are. Add "source", e.g. a format and a path.', {
      file,
    });
  }
  const known = asDescribed(source);
  const clips = await clipsOfSource(known, path.dirname(file), labelSet(emotions, groups, file), options);
  if (clips.contentHash !== contentHash && !options.allowChanged) {
    throw new DataError(
      `the data have changed since they were described: ${clips.length} clips instead of ${description.clips}` +
        `, content hash ${clips.contentHash.slice(0, 12)} instead of ${contentHash.slice(0, 12)}. Restore them, ` +
        "describe them again with aen.clips.writeDescription, or pass allowChanged: true.",
      { file },
    );
  }
  return clips
    .describedBy(describeDataset(clips, { name: description.name, source }))
    .madeBy("fromDescription", [file, options], [file]);
}

/**
 * Reads the clips of a source and writes a JSON file that describes them, for {@link clipsFromDescription}.
 * Paths in the source are relative to that file, so its folder must already exist.
 * @returns the clips, which carry the description
 * @throws DataError when the folder is missing, the clips cannot be read or the file cannot be written
 */
export async function writeDescription(
  file: string,
  source: DatasetSource,
  options: DescribeOptions = {},
): Promise<ClipSet> {
  const { labels = dfewLabels, name = path.basename(path.dirname(path.resolve(file))) } = options;
  requireFolderOf(file);
  const clips = await clipsOfSource(source, path.dirname(file), labels, options);
  const description = describeDataset(clips, { name, source: toDescribe(source, clips) });
  try {
    writeAtomically(file, `${JSON.stringify(description, null, 2)}\n`);
  } catch (error) {
    throw importWriteError(file, error);
  }
  return clips.describedBy(description).madeBy("fromDescription", [file, {}], [file]);
}

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

function requireFolderOf(file: string): void {
  const folder = path.dirname(path.resolve(file));
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new DataError(
    `its folder ${folder} does not exist. Create it, or name a file in the folder that the source's paths are relative to.`,
    { file },
  );
}

/**
 * Reads and validates a description without touching the data.
 * @throws DataError saying what is wrong with the file
 */
export async function readDescription(file: string): Promise<DatasetDescription> {
  await checkFile(file, "description of a data set");
  let value: unknown;
  try {
    value = JSON.parse((await readFile(file, "utf8")).replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new DataError(
      `this is not JSON (${(cause as Error).message}). Write it with aen.clips.writeDescription.`,
      { file, cause },
    );
  }
  const validate = (validator ??= new Ajv({ discriminator: true }).compile<DatasetDescription>(
    datasetSchema,
  ));
  if (validate(value)) return value;
  throw new DataError(
    `${inWords(validate.errors![0])} See aen.clips.writeDescription, which writes such files.`,
    {
      file,
    },
  );
}

let validator: ValidateFunction<DatasetDescription> | undefined;

function inWords({ instancePath, message, params }: ErrorObject): string {
  const where = instancePath === "" ? "the description" : `"${instancePath.slice(1).replaceAll("/", ".")}"`;
  const named = params as { additionalProperty?: string; allowedValue?: unknown; tagValue?: unknown };
  if (named.additionalProperty !== undefined)
    return `${where} has an unknown entry "${named.additionalProperty}".`;
  if (named.allowedValue !== undefined) return `${where} must be ${JSON.stringify(named.allowedValue)}.`;
  if (named.tagValue !== undefined)
    return `${where} has the unknown format ${JSON.stringify(named.tagValue)}.`;
  return `${where} ${message}.`;
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
