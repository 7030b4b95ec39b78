import type { Clip } from "../clips/clip.js";
import type { ClipSet } from "../clips/clipSet.js";
import { KnownClips } from "../clips/knownClips.js";
import { peopleAmong } from "../clips/personOf.js";

/** How many of some clips are among others. */
export function clipsAmong(clips: readonly Clip[], others: ClipSet): number {
  const known = new KnownClips(others);
  return clips.filter((clip) => known.has(clip)).length;
}

/**
 * That figures on clips are optimistic, as training clips are the same or show the same people; null where they do not.
 * @param what the clips are, e.g. "validation clips"
 */
export function learntFrom(what: string, judged: ClipSet, learnt: ClipSet): string | null {
  const clips = clipsAmong(judged.clips, learnt);
  const people = peopleAmong(judged, learnt);
  const shared = [
    ...(clips > 0 ? [`${clips} of ${judged.length} ${what} are training clips`] : []),
    ...(people > 0
      ? [`${people} of the ${judged.identities.length} people of the ${what} are in training clips`]
      : []),
  ];
  if (shared.length === 0) return null;
  return `${shared.join(", and ")}, so figures on them are optimistic. Split by identity: { by: "identity" }.`;
}
