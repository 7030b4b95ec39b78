import type { ClipSet } from "../clips/clipSet.js";
import { peopleAmong } from "../clips/personOf.js";
import { sharedStills } from "./bottomUp/sharedStills.js";
import { clipsAmong } from "./learntFrom.js";

/** What a run has seen: the clips and stills that it learnt from, and the clips that chose its epoch. */
export interface SeenClips {
  readonly learnt: ClipSet;
  /** The stills that its bottom-up branch was pretrained on; null without such. */
  readonly stills: ClipSet | null;
  /** The clips that it was validated on; null without validation. */
  readonly validated: ClipSet | null;
  /** Whether the kept weights are those of the epoch that did best in validation. */
  readonly keepsBest: boolean;
}

/**
 * Why the figures of a run on some clips are optimistic, as sentences: it learnt from the clips or from their people, or its
 * epoch was chosen on them. Empty for clips that it knows nothing of.
 */
export function seenBefore(judged: ClipSet, { learnt, stills, validated, keepsBest }: SeenClips): string[] {
  const trained = clipsAmong(judged.clips, learnt);
  const chosen = keepsBest && validated ? clipsAmong(judged.clips, validated) : 0;
  const people = peopleAmong(judged, learnt);
  const optimistic = "so these figures are optimistic";
  return [
    trained > 0 && `the run learnt from ${trained} of these ${judged.length} clips, ${optimistic}.`,
    trained === 0 &&
      people > 0 &&
      `the run learnt from other clips of ${people} of these ${judged.identities.length} people, ${optimistic} for new ` +
        'people. Split by identity: { by: "identity" }.',
    chosen > 0 &&
      `the run's epoch was chosen on ${chosen} of these ${judged.length} clips, ${optimistic}. Validate on others: ` +
        "{ validate: 0.2 } holds out a share of the training clips.",
    ...(stills ? sharedStills(stills, judged) : []),
  ].filter((sentence) => sentence !== false);
}
