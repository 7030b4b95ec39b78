import type { Clip } from "./clip.js";
import { personOf } from "./personOf.js";
import { Random } from "../../random/random.js";

/** What stays together when clips are split: all clips of a person, or nothing. */
export type SplitBy = "identity" | "clip";

export interface DivideOptions {
  /**
   * `"identity"` keeps each person on one side, so that results are about people not seen in training.
   * @default "identity" when every clip names a person, else "clip"
   */
  readonly by?: SplitBy;
  /** @default 0 */
  readonly seed?: number | string;
  /** Keep the distribution of emotions similar in all parts. @default true */
  readonly stratify?: boolean;
}

/**
 * Splits clips into parts of the given shares. Groups that stay together are assigned, large ones first and
 * otherwise in random order, to the part that still lacks most of what they contain. Clips keep their order in a part.
 * @param shares a positive number for each part; only their ratios matter
 * @throws RangeError when there are fewer groups than parts, or a clip does not name its person
 */
export function divideClips(
  clips: readonly Clip[],
  shares: readonly number[],
  options: DivideOptions = {},
): Clip[][] {
  const { seed = 0, stratify = true, by = usualSplit(clips) } = options;
  const groups = groupsThatStayTogether(clips, by);
  if (groups.length < shares.length) {
    const [one, more] = by === "clip" ? ["clip", "clips"] : ["identity", "identities"];
    throw new RangeError(
      `${groups.length} ${groups.length === 1 ? one : more} cannot be split into ` +
        `${shares.length} parts: take fewer parts or more clips.`,
    );
  }
  const order = new Random(seed, "split").shuffle(groups).sort((a, b) => b.length - a.length);
  const parts = distribute(order, shares, stratify);
  const place = new Map(clips.map((clip, index) => [clip, index]));
  return parts.map((part) => part.flat().sort((a, b) => place.get(a)! - place.get(b)!));
}

function usualSplit(clips: readonly Clip[]): SplitBy {
  return clips.every((clip) => clip.identity !== null) ? "identity" : "clip";
}

function groupsThatStayTogether(clips: readonly Clip[], by: SplitBy): Clip[][] {
  if (by === "clip") return clips.map((clip) => [clip]);
  if (by !== "identity") {
    throw new RangeError(`Clips can be split by "identity" or by "clip", not by "${String(by)}".`);
  }
  const groups = new Map<string, Clip[]>();
  for (const clip of clips) {
    if (clip.identity === null) {
      throw new RangeError(
        `Clip "${clip.id}" has no identity, so the set cannot be split by identity. ` +
          `Split it with { by: "clip" }, or give identities when you read it, e.g. pattern: "{identity}/*.mp4".`,
      );
    }
    const person = personOf(clip)!;
    const group = groups.get(person);
    if (group) group.push(clip);
    else groups.set(person, [clip]);
  }
  return [...groups.values()];
}

function distribute(groups: readonly Clip[][], shares: readonly number[], stratify: boolean): Clip[][][] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const totals = countByClass(groups.flat(), stratify);
  const lacking = shares.map(
    (share) => new Map([...totals].map(([key, count]) => [key, (count * share) / whole])),
  );
  const parts = shares.map((): Clip[][] => []);
  groups.forEach((group, index) => {
    const brings = countByClass(group, stratify);
    const empty = parts.flatMap((part, p) => (part.length === 0 ? [p] : []));
    const allowed = empty.length >= groups.length - index ? empty : parts.map((_, p) => p);
    const best = allowed.reduce((a, b) => (gain(brings, lacking[b]) > gain(brings, lacking[a]) ? b : a));
    parts[best].push(group);
    for (const [key, count] of brings) lacking[best].set(key, lacking[best].get(key)! - count);
  });
  return parts;
}

/** How much the squared deficit drops when a group joins a part. */
function gain(brings: ReadonlyMap<string, number>, lacking: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [key, count] of brings) sum += count * (2 * lacking.get(key)! - count);
  return sum;
}

function countByClass(clips: readonly Clip[], stratify: boolean): Map<string, number> {
  const counts = new Map<string, number>();
  for (const clip of clips) {
    const key = stratify ? String(clip.label) : "all";
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
