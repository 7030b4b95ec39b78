import type { Clip } from "../../clips/clip.js";
import type { ClipSet } from "../../clips/clipSet.js";

/**
 * What stills that a network is judged on have in common with those that it learnt from, as sentences: pictures, told by
 * their content, and people, told by name. Figures on either are optimistic.
 */
export function sharedStills(learnt: ClipSet, judged: ClipSet): string[] {
  const known = new Set(learnt.clips.map(keyOf));
  const pictures = judged.clips.filter((clip) => known.has(keyOf(clip))).length;
  const people = new Set(learnt.identities);
  const shown = judged.identities.filter((person) => people.has(person)).length;
  const optimistic = "so figures on them are optimistic";
  return [
    ...(pictures > 0
      ? [`${pictures} of ${judged.length} stills are among those that the branch learnt from, ${optimistic}.`]
      : []),
    ...(shown > 0
      ? [
          `${shown} of ${judged.identities.length} people are in the stills that the branch learnt from, ${optimistic}. ` +
            'Split by identity: { by: "identity" }.',
        ]
      : []),
  ];
}

/** A checksum tells a picture by itself; other keys, such as a size, only together with the name. */
function keyOf({ id, contentKey = "" }: Clip): string {
  return contentKey.startsWith("sha256:") ? contentKey : `${id}\n${contentKey}`;
}
