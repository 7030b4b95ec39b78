import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { dfewLabels, LabelSet } from "../../labels.js";
import type { ClipSet } from "../clipSet.js";
import { DataError } from "../dataError.js";
import { checkFile } from "../images/checkFile.js";
import { writeError } from "../video/frameWriter.js";
import { clipsOfSource, type ReadingOptions } from "./datasetClips.js";
import { describeDataset } from "./datasetDescription.js";
import { datasetSchema, type DatasetDescription, type DatasetSource } from "./datasetFile.js";

/** How a described data set is opened. */
export interface DescribedOptions extends ReadingOptions {
  /** Takes clips that are not those of the content hash any more. @default false */
  readonly allowChanged?: boolean;
}

/** How a data set is described. */
export interface DescribeOptions extends ReadingOptions {
  /** @default the name of the folder that the description lies in */
  readonly name?: string;
  /** @default DFEW's seven emotions */
  readonly labels?: LabelSet;
}

/**
 * The clips of a data set that a JSON file describes (see {@link writeDescription}).
 * @throws DataError when the file is no description, or the data are not those that were described
 */
export async function clipsFromDescription(file: string, options: DescribedOptions = {}): Promise<ClipSet> {
  const description = await readDescription(file);
  const { source, emotions, groups, contentHash } = description;
  if (!source) {
    throw new DataError('it does not say where its clips are. Add "source", e.g. a format and a path.', {
      file,
    });
  }
  const clips = await clipsOfSource(source, path.dirname(file), labelSet(emotions, groups, file), options);
  if (clips.contentHash !== contentHash && !options.allowChanged) {
    throw new DataError(
      `the data have changed since they were described: ${clips.length} clips where there were ${description.clips}` +
        `, content hash ${clips.contentHash.slice(0, 12)} instead of ${contentHash.slice(0, 12)}. Restore them, ` +
        "describe them again with aen.clips.describe, or pass allowChanged: true.",
      { file },
    );
  }
  return clips.describedBy(describeDataset(clips, { name: description.name, source }));
}

/**
 * Reads the clips of a source and writes a JSON file that describes them, for {@link clipsFromDescription}.
 * Paths in the source are relative to that file.
 * @throws DataError when the clips cannot be read or the file cannot be written
 */
export async function writeDescription(
  file: string,
  source: DatasetSource,
  options: DescribeOptions = {},
): Promise<ClipSet> {
  const { labels = dfewLabels, name = path.basename(path.dirname(path.resolve(file))) } = options;
  const clips = await clipsOfSource(source, path.dirname(file), labels, options);
  const description = describeDataset(clips, { name, source });
  try {
    await writeFile(`${file}.partial`, `${JSON.stringify(description, null, 2)}\n`);
    await rename(`${file}.partial`, file);
  } catch (error) {
    throw writeError(file, error);
  }
  return clips.describedBy(description);
}

/**
 * Reads and checks a description; nothing of the data is looked at.
 * @throws DataError naming what in the file is wrong
 */
export async function readDescription(file: string): Promise<DatasetDescription> {
  await checkFile(file, "description of a data set");
  let value: unknown;
  try {
    value = JSON.parse((await readFile(file, "utf8")).replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new DataError(`this is no JSON (${(cause as Error).message}).`, { file, cause });
  }
  const validate = (validator ??= new Ajv({ discriminator: true }).compile<DatasetDescription>(
    datasetSchema,
  ));
  if (validate(value)) return value;
  throw new DataError(`${inWords(validate.errors![0])} See aen.clips.describe, which writes such files.`, {
    file,
  });
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
