import type { ClipSet } from "../clips/clipSet.js";

/**
 * What to tell of a set to learn from that lacks emotions of its label set.
 * @param what the clips are, to begin the sentence with, e.g. "The training clips"
 * @returns null when every emotion has a clip
 */
export function missingEmotions(what: string, { clips, labels }: ClipSet): string | null {
  const present = new Set(clips.map(({ label }) => label));
  const [found, missing] = [true, false].map((isThere) =>
    labels.emotions.filter((_, emotion) => present.has(emotion) === isThere),
  );
  if (missing.length === 0 || found.length === 0) return null;
  const of = `${missing.length} of ${labels.emotions.length} emotions`;
  return found.length === 1
    ? `${what} all show ${found[0]}: a network learns nothing from them but to answer ${found[0]} always. Check the labels.`
    : `${what} have no example of ${missing.join(", ")} (${of}), which the network cannot learn to recognise.`;
}
