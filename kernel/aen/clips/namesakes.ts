import type { Clip } from "./clip.js";
import { personOf } from "./personOf.js";

/** What made a clip: an object for each call of a function of `aen.clips`. */
const makers = new WeakMap<Clip, object>();
/** Of which others a maker's namesakes have been told. */
const told = new WeakMap<object, WeakSet<object>>();

/** Keeps which call made clips. */
export function rememberMaker(clips: readonly Clip[], maker: object): void {
  for (const clip of clips) makers.set(clip, maker);
}

/**
 * Says which people are named alike in sets that are put together in code, since they are taken for the same; once for each
 * two sets. Two parts of one published data set name the same people, and two published data sets never do.
 */
export function namesakesText(clips: readonly Clip[]): string | null {
  const madeBy = new Map<string, Set<object>>();
  for (const clip of clips) {
    const maker = makers.get(clip);
    const person = clip.peopleOf === undefined ? personOf(clip) : null;
    if (maker === undefined || person === null) continue;
    const known = madeBy.get(person);
    if (known) known.add(maker);
    else madeBy.set(person, new Set([maker]));
  }
  const shared = [...madeBy].filter(([, sets]) => sets.size > 1 && isNew([...sets]));
  if (shared.length === 0) return null;
  for (const [, sets] of shared) remember([...sets]);
  const [verb, noun] = shared.length === 1 ? ["is", "person"] : ["are", "people"];
  return (
    `${shared.length} ${noun} (${shared[0][0]}${shared.length > 1 ? ", ..." : ""}) ${verb} named alike in the sets that are ` +
    'put together, and taken for the same. If they are not: clips.withPeopleOf("a name for the set") before you put them together.'
  );
}

function isNew([first, ...others]: readonly object[]): boolean {
  return others.some((other) => !told.get(first)?.has(other));
}

function remember([first, ...others]: readonly object[]): void {
  const known = told.get(first) ?? new WeakSet();
  others.forEach((other) => known.add(other));
  told.set(first, known);
}
