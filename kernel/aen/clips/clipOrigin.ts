import { readFileSync } from "node:fs";
import { isRegExp } from "node:util/types";
import { LabelSet } from "../labels.js";
import { sha256 } from "../../files/sha256.js";

/**
 * Where a set of clips comes from: the function of `aen.clips` that made it with its arguments, and what was taken from
 * the result since. It is what a run's record keeps, so that the same clips can be made again.
 */
export interface ClipOrigin {
  readonly recipe: ClipRecipe;
  /** The ids of all clips that the function made. */
  readonly ids: readonly string[];
  /** What was taken from them, one step after the other. */
  readonly steps: readonly ClipStep[];
}

/** A call of a function of `aen.clips`, as plain data. */
export interface ClipRecipe {
  /** Its name, e.g. "synthetic"; "stills.fromFolder" for one of `aen.stills`. */
  readonly made: string;
  /** Its arguments as plain data; a label set and a set of clips are wrapped, so that they can be told from options. */
  readonly given: readonly unknown[];
  /** The folder that relative paths among the arguments start from. */
  readonly folder: string;
  /** SHA-256 of the files that it was given and that decide which clips there are, by path as given. */
  readonly files?: Readonly<Record<string, string>>;
  /** The version of the generator of drawn clips. */
  readonly generator?: number;
  /** What stands in the way of making the clips again, e.g. "the option identity is a function". */
  readonly missing?: string;
}

/** One selection or division of a set. */
export type ClipStep =
  | { readonly split: object; readonly part: "train" | "test" }
  | { readonly folds: object; readonly fold: number; readonly part: "train" | "test" }
  | { readonly sample: number; readonly seed: number | string }
  | { readonly withEmotion: readonly string[] }
  | { readonly peopleOf: string }
  /** The text of the function. */
  | { readonly filter: string };

/** {@link ClipOrigin} in a record: places of the clips in what the function made instead of ids. */
export interface RecordedOrigin extends ClipRecipe {
  readonly steps: readonly ClipStep[];
  /** "all", or the places of the clips, counted from 0, e.g. "0-3,7". */
  readonly taken: string;
}

/** A maker as users write it: `aen.clips.synthetic`, `aen.stills.fromFolder`. */
export function makerName(made: string): string {
  return made.startsWith("stills.") ? `aen.${made}` : `aen.clips.${made}`;
}

/** What a recorded set of clips names as its origin if nothing is known of it. */
export const unknownOrigin = "they were put together in code, with new aen.ClipSet(...)";

/** Options that do not change which clips there are. */
const beside = ["signal", "onProgress"];

/**
 * The recipe of a call.
 * @param files among the arguments that decide which clips there are
 * @param generator the version of the generator of drawn clips
 */
export function clipRecipe(
  made: string,
  given: readonly unknown[],
  files: readonly string[] = [],
  generator?: number,
): ClipRecipe {
  const obstacles: string[] = [];
  const plain = given.map((value) => plainValue(value, "an argument", obstacles));
  const hashes = files.map((file) => [file, sha256(readFileSync(file))] as const);
  return {
    ...{ made, given: plain, folder: process.cwd() },
    ...(generator !== undefined && { generator }),
    ...(hashes.length > 0 && { files: Object.fromEntries(hashes) }),
    ...(obstacles.length > 0 && { missing: obstacles[0] }),
  };
}

/** The origin of some of the clips, for a record. */
export function recordedOrigin({ recipe, ids, steps }: ClipOrigin, taken: readonly string[]): RecordedOrigin {
  const places = new Map(ids.map((id, place) => [id, place]));
  const all = taken.length === ids.length;
  return { ...recipe, steps, taken: all ? "all" : ranges(taken.map((id) => places.get(id)!)) };
}

/** The places that {@link RecordedOrigin.taken} names, of `count`. */
export function takenPlaces(taken: string, count: number): number[] {
  if (taken === "all") return Array.from({ length: count }, (_, place) => place);
  if (taken === "") return [];
  return taken.split(",").flatMap((part) => {
    const [first, last = first] = part.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

function plainValue(value: unknown, name: string, obstacles: string[]): unknown {
  if (value instanceof LabelSet) return { labelSet: describedLabels(value) };
  if (isSetOfClips(value)) return setAsData(value, obstacles);
  if (isRegExp(value)) return String(value); // as a pattern of paths, text of this form is the same
  if (Array.isArray(value)) return value.map((each) => plainValue(each, name, obstacles));
  if (isRecord(value)) {
    const entries = Object.entries(value).filter(
      ([key, each]) => each !== undefined && !beside.includes(key),
    );
    return Object.fromEntries(
      entries.map(([key, each]) => [key, plainValue(each, `the option "${key}"`, obstacles)]),
    );
  }
  const isPlain = value === null || ["string", "boolean", "undefined"].includes(typeof value);
  if (isPlain || Number.isFinite(value)) return value;
  const what = typeof value === "object" ? (value?.constructor.name ?? "object") : typeof value;
  obstacles.push(`${name} of aen.clips is a ${what}, which a record cannot hold`);
  return null;
}

function describedLabels({ emotions, groups }: LabelSet): object {
  const named = groups.map((group) => [group.name, group.emotions.map((index) => emotions[index])]);
  return { emotions, groups: Object.fromEntries(named) as object };
}

interface SetOfClips {
  readonly origin: ClipOrigin | null;
  readonly clips: readonly { readonly id: string }[];
}

function setAsData({ origin, clips }: SetOfClips, obstacles: string[]): unknown {
  if (!origin) obstacles.push(unknownOrigin);
  else if (origin.recipe.missing) obstacles.push(origin.recipe.missing);
  return {
    clipSet:
      origin &&
      recordedOrigin(
        origin,
        clips.map(({ id }) => id),
      ),
  };
}

function isSetOfClips(value: unknown): value is SetOfClips {
  return typeof value === "object" && value !== null && "origin" in value && "clips" in value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Ascending numbers: 0-3,7 */
function ranges(numbers: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const number of numbers) {
    const last = parts.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else parts.push([number, number]);
  }
  return parts.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(",");
}
