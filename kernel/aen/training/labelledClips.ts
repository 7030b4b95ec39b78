import type { ClipSet } from "../clips/clipSet.js";
import { remark } from "../host/remark.js";

/** The labelled clips of a set; the user is told how many have no label. @throws RangeError when there are none */
export function labelled(clips: ClipSet): ClipSet {
  const withLabel = clips.filter(({ label }) => label !== null);
  if (withLabel.length === 0)
    throw new RangeError("Training needs labelled clips, and none of these has a label.");
  if (withLabel.length === clips.length) return clips;
  const without = clips.clips.filter(({ label }) => label === null).map(({ id }) => id);
  const named = without.length > 3 ? `${without.slice(0, 3).join(", ")}, ...` : without.join(", ");
  remark(`training leaves out ${without.length} of ${clips.length} clips, which have no label: ${named}.`);
  return withLabel;
}
