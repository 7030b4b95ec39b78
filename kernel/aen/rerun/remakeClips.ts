import { makerName, takenPlaces, unknownOrigin, type RecordedOrigin } from "../clips/clipOrigin.js";
import type { ClipSet } from "../clips/clipSet.js";
import { LabelSet } from "../labels.js";
import { clips, stills } from "../sources/index.js";
import { generatorVersion } from "../synthetic/syntheticClips.js";
import type { DataDescription } from "../training/record/runDescription.js";

/** The functions of `aen.clips` that a recipe may name, and those of `aen.stills`. */
const makers: Readonly<Record<string, unknown>> = {
  synthetic: clips.synthetic,
  fromVideos: clips.fromVideos,
  fromClassFolders: clips.fromClassFolders,
  fromList: clips.fromList,
  fromTable: clips.fromTable,
  fromDataset: clips.fromDataset,
  fromDescription: clips.fromDescription,
  stills: clips.stills,
  "stills.fromFolder": stills.fromFolder,
  "stills.fromList": stills.fromList,
  "stills.fromTable": stills.fromTable,
  "stills.fromFer2013": stills.fromFer2013,
};

/** Why clips cannot be made again from their record; null when they can. */
export function obstacleToClips({ origin }: DataDescription): string | null {
  if (origin === undefined)
    return "the record is of an earlier version, which did not say how they were made";
  return origin === null ? unknownOrigin : (origin.missing ?? null);
}

/** Whether clips are of pictures or videos in files, whose content is not compared. */
export function areOfFiles({ origin }: Pick<DataDescription, "origin">): boolean {
  return origin ? isOfFiles(origin) : false;
}

function isOfFiles({ made, given }: RecordedOrigin): boolean {
  return made.startsWith("from") || made.startsWith("stills.") || setsAmong(given).some(isOfFiles);
}

/**
 * Makes the clips of a record again.
 * @param what as messages name them, e.g. "the training clips"
 * @throws RangeError when that is impossible, or others come out
 */
export async function remakeClips(data: DataDescription, what: string): Promise<ClipSet> {
  const obstacle = obstacleToClips(data);
  if (obstacle) throw new RangeError(`${what} cannot be made again: ${obstacle}.`);
  checkGenerator(data.origin!, what);
  const made = await setFrom(data.origin!);
  if (made.contentHash === data.hash) return made;
  const { made: name, folder } = data.origin!;
  throw new RangeError(
    `${what} are not what they were: ${makerName(name)} now gives ${made.length} of ${data.clips} clips with the content ` +
      `hash ${made.contentHash.slice(0, 12)} instead of ${data.hash.slice(0, 12)}. Restore the data; relative paths ` +
      `start from ${folder}.`,
  );
}

/** Another version of the generator draws other clips with the same options. */
function checkGenerator({ made, generator = 1, given }: RecordedOrigin, what: string): void {
  if (made === "synthetic" && generator !== generatorVersion) {
    throw new RangeError(
      `${what} cannot be made again: version ${generator} of the generator drew them, and this version of AEN Notebook has ` +
        `version ${generatorVersion}, which draws others from the same options. Use the version of AEN Notebook in the record.`,
    );
  }
  for (const origin of setsAmong(given)) checkGenerator(origin, what);
}

/** The sets of clips among recorded arguments. */
function setsAmong(given: readonly unknown[]): RecordedOrigin[] {
  return given.flatMap((value) => (value as { clipSet?: RecordedOrigin } | null)?.clipSet ?? []);
}

async function setFrom({ made, given, taken, steps = [] }: RecordedOrigin): Promise<ClipSet> {
  const make = makers[made] as ((...values: unknown[]) => ClipSet | Promise<ClipSet>) | undefined;
  if (!Object.hasOwn(makers, made) || !make)
    throw new RangeError(`This version of AEN Notebook has no ${makerName(made)}.`);
  const values = withAllFaces(made, await Promise.all(given.map(revived)));
  const all = await make(...values);
  const places = new Set(takenPlaces(taken, all.length));
  const some = places.size === all.length ? all : all.filter((_, place) => places.has(place));
  const owners = steps.flatMap((step) => ("peopleOf" in step ? [step.peopleOf] : []));
  return owners.length > 0 ? some.withPeopleOf(owners[owners.length - 1]) : some;
}

/** Options without a share of frames with a face, as earlier versions recorded them, leave no clip out by it. */
function withAllFaces(name: string, values: readonly unknown[]): unknown[] {
  const place = { fromVideos: 1, fromClassFolders: 1, fromTable: 1, fromDataset: 2 }[name];
  return values.map((value, at) => (at === place ? { faceShare: 0, ...(value as object) } : value));
}

/** A recorded argument as it was given. */
async function revived(value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map(revived));
  if (typeof value !== "object" || value === null) return value;
  const { labelSet, clipSet } = value as { labelSet?: RecordedLabels; clipSet?: RecordedOrigin };
  if (labelSet) return new LabelSet(labelSet.emotions, labelSet.groups);
  if (clipSet) return setFrom(clipSet);
  const entries = Object.entries(value).map(async ([key, each]) => [key, await revived(each)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

interface RecordedLabels {
  readonly emotions: readonly string[];
  readonly groups: Readonly<Record<string, readonly string[]>>;
}
