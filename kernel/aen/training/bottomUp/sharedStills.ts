import type { Clip } from "../../clips/clip.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { KnownClips } from "../../clips/knownClips.js";
import { peopleAmong } from "../../clips/personOf.js";

/**
 * What stills that a network is judged on have in common with those that it learnt from, as sentences: pictures, told by
 * their content, and people, told by name. Figures on either are optimistic.
 */
export function sharedStills(learnt: ClipSet, judged: ClipSet): string[] {
  const known = new KnownClips(learnt);
  const checksums = new Set(learnt.clips.map(checksumOf).filter((sum) => sum !== null));
  const pictures = judged.clips.filter((clip) => {
    const sum = checksumOf(clip);
    return sum === null ? known.has(clip) : checksums.has(sum);
  }).length;
  const shown = peopleAmong(judged, learnt);
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

/** A checksum tells a picture by itself, whatever its name. */
function checksumOf({ contentKey = "" }: Clip): string | null {
  return contentKey.startsWith("sha256:") ? contentKey : null;
}
