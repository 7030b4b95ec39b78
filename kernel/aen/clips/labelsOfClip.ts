import type { LabelSet } from "../labels.js";
import type { Clip } from "./clip.js";

/** What a clip's label refers to: a clip by itself holds a number only. */
const known = new WeakMap<Clip, LabelSet>();

/** Remembers the label set of a set's clips, or of a clip that was opened by itself. */
export function rememberLabels(clips: readonly Clip[], labels: LabelSet): void {
  for (const clip of clips) known.set(clip, labels);
}

/** The label set that a clip's label refers to, by the last set that held it; undefined for a clip made in code. */
export function labelsOfClip(clip: Clip): LabelSet | undefined {
  return known.get(clip);
}
